package canon.cpp.cloudservice.internal.site;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.internal.call.Caller;
import canon.cpp.cloudservice.internal.call.OperationDraft;
import canon.cpp.cloudservice.internal.call.Read;
import canon.cpp.cloudservice.site.Site;
import canon.cpp.cloudservice.site.Sites;

/** The operations on the site. */
public final class SiteCalls implements Sites {
  private final Caller caller;

  public SiteCalls(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Call<Site> get() {
    return new Read<>(caller, OperationDraft.get("getSite", "/v1/site").answering(SiteJson::site));
  }
}
