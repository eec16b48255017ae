package canon.cpp.cloudservice.internal.site;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.ReadCall;
import canon.cpp.cloudservice.site.Site;
import canon.cpp.cloudservice.site.Sites;

/** The operations on the site. */
public final class DefaultSites implements Sites {
  private final OperationExecutor caller;

  public DefaultSites(OperationExecutor caller) {
    this.caller = caller;
  }

  @Override
  public Call<Site> get() {
    return new ReadCall<>(
        caller, OperationBuilder.get("getSite", "/v1/site").answering(SiteJson::site));
  }
}
