package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.MemberIndex;
import canon.cpp.cloudservice.testing.internal.store.Site;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Warns of a removal that leaves no administrator on the Remote Match list (D27). */
final class RemovalWarnings {
  private final Site site;
  private final boolean before;

  private RemovalWarnings(Site site) {
    this.site = site;
    this.before = canCreateClusters(site);
  }

  /** Records the state of the site before a removal. */
  static RemovalWarnings before(Site site) {
    return new RemovalWarnings(site);
  }

  /** Adds the warnings of the removal to its result, if there are any. */
  void addTo(ObjectNode result) {
    if (before && !canCreateClusters(site)) {
      result
          .putArray("warnings")
          .addObject()
          .put("code", "no-remote-match-administrator")
          .put(
              "message",
              "No active administrator is on the Remote Match list. Clusters cannot be created"
                  + " until one is.");
    }
  }

  private static boolean canCreateClusters(Site site) {
    return site.members(MemberIndex.ADMINISTRATORS_ACTIVE).values().stream()
        .anyMatch(member -> member.stateOn(ApplicationList.REMOTE_MATCH).isPresent());
  }
}
