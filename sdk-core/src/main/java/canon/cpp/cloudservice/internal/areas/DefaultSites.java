package canon.cpp.cloudservice.internal.areas;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.site.Site;
import canon.cpp.cloudservice.site.Sites;

/** The operations on the site. */
public final class DefaultSites extends Area implements Sites {

  public DefaultSites(OperationExecutor executor) {
    super(executor);
  }

  @Override
  public Call<Site> get() {
    return read(OperationBuilder.of(OperationId.GET_SITE).reading(SiteJson::site));
  }
}
