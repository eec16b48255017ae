package canon.cpp.cloudservice.internal.site;

import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.site.Site;

/** Reads the JSON of sites. */
public final class SiteJson {
  private SiteJson() {}

  public static Site site(JsonObject json) {
    return new Site(json.string("id"), json.instant("createdAt"));
  }
}
