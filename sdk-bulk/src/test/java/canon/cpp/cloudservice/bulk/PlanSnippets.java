package canon.cpp.cloudservice.bulk;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.plan.Applied;
import canon.cpp.cloudservice.bulk.plan.AppliedItem;
import canon.cpp.cloudservice.bulk.plan.DesiredUser;
import canon.cpp.cloudservice.bulk.plan.MembershipPlan;
import canon.cpp.cloudservice.bulk.plan.Plans;
import canon.cpp.cloudservice.bulk.plan.RemovalScope;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code in {@code docs/plans.md} and in the README. */
final class PlanSnippets {
  private static final Logger log = LoggerFactory.getLogger(PlanSnippets.class);

  private PlanSnippets() {}

  static void planning(CloudServiceClient admin, List<String> addresses) {
    MembershipPlan plan =
        Plans.with(admin)
            .usersOnAllLists(addresses)
            .removing(RemovalScope.domain("contoso.com"))
            .protecting(List.of("operator@contoso.com"))
            .journals(Path.of("journals"))
            .create();
    plan.warnings().forEach(warning -> log.warn(warning.message()));
    System.out.println(plan.additions().size() + " join, " + plan.removals().size() + " leave");
    plan.save(Path.of("plan-2031-03.json"));
  }

  static Applied applying(CloudServiceClient admin) {
    Applied applied =
        Plans.with(admin)
            .apply(MembershipPlan.read(Path.of("plan-2031-03.json")))
            .removingAtMost(12)
            .journal(Path.of("journals/plan-2031-03.jsonl"))
            .execute();
    System.out.println("complete: " + applied.isComplete());
    return applied;
  }

  static List<DesiredUser> desired() {
    return List.of(
        DesiredUser.onAllLists("john@contoso.com"),
        DesiredUser.on("ann@contoso.com", DASHBOARD, REMOTE_MATCH));
  }

  static MembershipPlan administrators(CloudServiceClient admin, List<String> bosses) {
    return Plans.with(admin).administrators(bosses).removing(RemovalScope.wholeSite()).create();
  }

  static MembershipPlan managed(CloudServiceClient admin, List<DesiredUser> desired) {
    MembershipPlan last = MembershipPlan.read(Path.of("plan-2031-02.json"));
    return Plans.with(admin).users(desired).removing(RemovalScope.managedBy(last)).create();
  }

  static Applied approved(CloudServiceClient admin, MembershipPlan plan, long seen, String digest) {
    return Plans.with(admin)
        .apply(plan)
        .approvingRemovals(seen, digest)
        .journal(Path.of("journals/plan-2031-03.jsonl"))
        .execute();
  }

  static void drifted(Applied applied) {
    try (Stream<AppliedItem> items = applied.items(ItemResult.DRIFTED)) {
      items.forEach(item -> log.warn("drifted: {}", item.message()));
    }
  }

  static void back(Applied applied) {
    MembershipPlan back = applied.inverse();
    back.warnings().forEach(warning -> log.warn(warning.message()));
    back.save(Path.of("plan-2031-03-back.json"));
  }
}
