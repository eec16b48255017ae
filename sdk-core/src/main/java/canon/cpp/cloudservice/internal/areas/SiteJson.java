package canon.cpp.cloudservice.internal.areas;

import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.site.Site;

/** Reads the JSON of sites. */
final class SiteJson {
  private SiteJson() {}

  static Site site(JsonObject json) {
    return new Site(json.string("id"), json.instant("createdAt"));
  }
}
