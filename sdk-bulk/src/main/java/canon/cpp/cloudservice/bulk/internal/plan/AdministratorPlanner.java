package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.plan.PlanAction;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.bulk.plan.PlanWarningCode;
import canon.cpp.cloudservice.bulk.plan.SeenMember;
import canon.cpp.cloudservice.bulk.plan.UnmanagedReason;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the administrators of a site with the desired ones. */
final class AdministratorPlanner {
  private static final int PAGE = 1_000;

  private final DesiredMembers desired;
  private final MemberRules rules;
  private final PlanDraft draft;
  private final Map<String, Administrator> present = new TreeMap<>();

  AdministratorPlanner(DesiredMembers desired, MemberRules rules, PlanDraft draft) {
    this.desired = desired;
    this.rules = rules;
    this.draft = draft;
  }

  void plan(CloudServiceClient client) {
    try (Stream<Administrator> all = client.administrators().list().pageSize(PAGE).stream()) {
      all.forEach(administrator -> present.put(administrator.canonicalEmail(), administrator));
    }
    List<Administrator> leavers = new ArrayList<>();
    List<Administrator> staying = new ArrayList<>();
    for (Administrator administrator : present.values()) {
      (leaves(administrator) ? leavers : staying).add(administrator);
    }
    keepOneActive(leavers, staying);
    for (Administrator administrator : leavers) {
      draft.add(removal(administrator));
    }
    desired.rows().forEach(this::newcomer);
    warnOfRemoteMatch(client, leavers, staying);
  }

  private boolean leaves(Administrator administrator) {
    String email = administrator.canonicalEmail();
    boolean covered = rules.scope().covers(email);
    if (covered) {
      draft.removable();
    }
    if (desired.get(email) != null) {
      draft.asWanted();
      keepManaged(email);
      return false;
    }
    UnmanagedReason reason = covered ? rules.keeps(email) : UnmanagedReason.OUT_OF_SCOPE;
    if (reason != null) {
      draft.unmanaged(email, List.of(), reason);
      keepManaged(email);
    }
    return reason == null;
  }

  private void keepManaged(String email) {
    if (rules.scope().manages(email)) {
      draft.managed(email, List.of());
    }
  }

  /** An application principal could plan to remove every active administrator (D13, D34). */
  private void keepOneActive(List<Administrator> leavers, List<Administrator> staying) {
    if (staying.stream().noneMatch(AdministratorPlanner::isActive)) {
      Optional<Administrator> kept =
          leavers.stream()
              .filter(AdministratorPlanner::isActive)
              .min(Comparator.comparing(Administrator::addedAt));
      if (kept.isPresent()) {
        leavers.remove(kept.get());
        staying.add(kept.get());
        String email = kept.get().canonicalEmail();
        draft.unmanaged(email, List.of(), UnmanagedReason.PROTECTED);
        keepManaged(email);
      }
    }
  }

  private static boolean isActive(Administrator administrator) {
    return administrator.state().equals(AdministratorState.ACTIVE);
  }

  static SeenMember toSeen(Administrator administrator) {
    return new SeenMember(
        administrator.id(), administrator.etag(), administrator.state(), List.of());
  }

  private static PlanItem removal(Administrator administrator) {
    return new PlanItem(
        PlanAction.REMOVE,
        administrator.email(),
        administrator.canonicalEmail(),
        toSeen(administrator),
        List.of(),
        List.of());
  }

  private void newcomer(String email, DesiredRow row) {
    if (!present.containsKey(email)) {
      draft.add(new PlanItem(PlanAction.ADD, row.email(), email, null, List.of(), List.of()));
      draft.managed(email, List.of());
    }
  }

  /** Warns if nobody is left who can create clusters (D27). */
  private void warnOfRemoteMatch(
      CloudServiceClient client, List<Administrator> leavers, List<Administrator> staying) {
    List<String> lost =
        leavers.stream()
            .filter(administrator -> isOnRemoteMatch(client, administrator))
            .map(Administrator::canonicalEmail)
            .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
    if (!lost.isEmpty()
        && staying.stream().noneMatch(administrator -> isOnRemoteMatch(client, administrator))) {
      draft.warn(
          PlanWarningCode.NO_REMOTE_MATCH_ADMINISTRATOR,
          Messages.NO_REMOTE_MATCH_ADMINISTRATOR,
          lost);
    }
  }

  private static boolean isOnRemoteMatch(CloudServiceClient client, Administrator administrator) {
    return isActive(administrator)
        && client
            .users()
            .find(administrator.canonicalEmail())
            .execute()
            .flatMap(user -> user.stateOn(Application.REMOTE_MATCH))
            .isPresent();
  }
}
