package canon.cpp.cloudservice.bulk.internal.plan;

import static canon.cpp.cloudservice.Application.REMOTE_MATCH;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.plan.PlanAction;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.bulk.plan.PlanWarningCode;
import canon.cpp.cloudservice.bulk.plan.SeenMember;
import canon.cpp.cloudservice.bulk.plan.UnmanagedReason;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the users of a site with the desired ones. */
final class UserPlanner {
  private static final int PAGE = 1_000;

  private final DesiredMembers desired;
  private final MemberRules rules;
  private final PlanDraft draft;
  private final Set<String> seen = new HashSet<>();
  private final List<String> leaversOfRemoteMatch = new ArrayList<>();
  private long administratorsOnRemoteMatch;

  UserPlanner(DesiredMembers desired, MemberRules rules, PlanDraft draft) {
    this.desired = desired;
    this.rules = rules;
    this.draft = draft;
  }

  void plan(CloudServiceClient client) {
    try (Stream<User> users = client.users().list().pageSize(PAGE).stream()) {
      users.forEach(this::user);
    }
    desired.rows().forEach(this::newcomer);
    if (!leaversOfRemoteMatch.isEmpty() && administratorsOnRemoteMatch == 0) {
      draft.warn(
          PlanWarningCode.NO_REMOTE_MATCH_ADMINISTRATOR,
          Messages.NO_REMOTE_MATCH_ADMINISTRATOR,
          leaversOfRemoteMatch);
    }
  }

  /** Plans a user of the site. Pages are not read at one moment, so a user can be there twice. */
  private void user(User user) {
    String email = user.canonicalEmail();
    if (!seen.add(email)) {
      return;
    }
    SeenMember member = toSeen(user);
    List<Application> lists = member.applications();
    if (!rules.scope().removable(email, lists).isEmpty()) {
      draft.removable();
    }
    DesiredRow row = desired.get(email);
    List<Application> additions = row == null ? List.of() : Lists.minus(row.lists(), lists);
    List<Application> removals = removals(user, lists, row);
    if (row != null && additions.isEmpty() && removals.isEmpty()) {
      draft.asWanted();
    }
    PlanItem item =
        item(row == null ? user.email() : row.email(), email, member, additions, removals);
    if (item != null) {
      draft.add(item);
    }
    List<Application> managed =
        Lists.union(
            additions, Lists.minus(Lists.both(lists, rules.scope().managed(email)), removals));
    if (!managed.isEmpty()) {
      draft.managed(email, managed);
    }
    countRemoteMatch(user, lists, additions, removals);
  }

  /** Returns the lists that the user leaves, and notes what it keeps although it is not desired. */
  private List<Application> removals(User user, List<Application> lists, @Nullable DesiredRow row) {
    String email = user.canonicalEmail();
    // Lists of applications that this version does not know stay as long as the user stays.
    List<Application> surplus =
        row == null ? lists : Lists.minus(Lists.both(lists, Lists.OF_AN_ADD), row.lists());
    List<Application> removable = rules.scope().removable(email, surplus);
    List<Application> kept = Lists.minus(surplus, removable);
    if (!kept.isEmpty()) {
      draft.unmanaged(email, kept, UnmanagedReason.OUT_OF_SCOPE);
    }
    UnmanagedReason reason = rules.keeps(email, user.administrator());
    if (reason == null || removable.isEmpty()) {
      return removable;
    }
    draft.unmanaged(email, removable, reason);
    return List.of();
  }

  static SeenMember toSeen(User user) {
    return new SeenMember(user.id(), user.etag(), user.administrator(), user.applications());
  }

  private void newcomer(String email, DesiredRow row) {
    if (!seen.contains(email)) {
      draft.add(new PlanItem(PlanAction.ADD, row.email(), email, null, row.lists(), List.of()));
      draft.managed(email, row.lists());
    }
  }

  /** Returns the item of a user; null if nothing is to be changed. */
  static @Nullable PlanItem item(
      String typed,
      String email,
      SeenMember member,
      List<Application> additions,
      List<Application> removals) {
    if (additions.isEmpty() && removals.isEmpty()) {
      return null;
    }
    PlanAction action =
        additions.isEmpty()
            ? PlanAction.REMOVE
            : removals.isEmpty() ? PlanAction.ADD : PlanAction.ADD_THEN_REMOVE;
    return new PlanItem(action, typed, email, member, additions, removals);
  }

  /** Counts the administrators who can still create clusters afterwards (D27). */
  private void countRemoteMatch(
      User user,
      Collection<Application> lists,
      Collection<Application> additions,
      Collection<Application> removals) {
    if (!user.administrator().equals(AdministratorState.ACTIVE)) {
      return;
    }
    if (removals.contains(REMOTE_MATCH)) {
      leaversOfRemoteMatch.add(user.canonicalEmail());
    } else if (lists.contains(REMOTE_MATCH) || additions.contains(REMOTE_MATCH)) {
      administratorsOnRemoteMatch++;
    }
  }
}
