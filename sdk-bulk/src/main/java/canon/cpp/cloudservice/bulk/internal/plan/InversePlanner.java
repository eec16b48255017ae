package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.removal.Protections;
import canon.cpp.cloudservice.bulk.plan.AppliedItem;
import canon.cpp.cloudservice.bulk.plan.ImpossibleRow;
import canon.cpp.cloudservice.bulk.plan.PlanAction;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.bulk.plan.PlanKind;
import canon.cpp.cloudservice.bulk.plan.PlanWarningCode;
import canon.cpp.cloudservice.bulk.plan.SeenMember;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.session.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans the way back from a plan that was applied. It only reads. */
final class InversePlanner {
  private static final int PAGE = 1_000;

  private final CloudServiceClient client;
  private final PlanData plan;
  private final @Nullable Path journals;
  private final Instant now;
  private final PlanDraft draft = new PlanDraft();
  private final Map<String, PlanItem> done = new TreeMap<>();
  private final Map<String, SeenMember> present = new TreeMap<>();
  private final Map<PlanWarningCode, Set<String>> losses = new EnumMap<>(PlanWarningCode.class);
  private Protections protections = Protections.none();

  InversePlanner(CloudServiceClient client, PlanData plan, @Nullable Path journals, Instant now) {
    this.client = client;
    this.plan = plan;
    this.journals = journals;
    this.now = now;
  }

  PlanData plan(Stream<AppliedItem> items) {
    Session session = client.session().get().execute();
    protections = Protections.read(client, session, plan.protectedEmails());
    items.forEach(this::sort);
    readMembers();
    done.values().forEach(plan.kind() == PlanKind.USERS ? this::user : this::administrator);
    losses.forEach((code, emails) -> draft.warn(code, message(code), emails));
    return draft.toPlan(
        plan.kind(),
        plan.siteId(),
        now,
        "inverse " + plan.digest(),
        PlanCeiling.allowed(draft.population(), journals, plan.kind(), plan.siteId(), now),
        plan.protectedEmails());
  }

  private void sort(AppliedItem applied) {
    if (applied.result() == ItemResult.DONE) {
      done.put(applied.item().canonicalEmail(), applied.item());
    } else if (applied.result() == ItemResult.UNKNOWN || applied.result() == ItemResult.PARTLY) {
      impossible(applied.item(), "It is not known what was applied. Apply the plan again first.");
    }
  }

  private void impossible(PlanItem item, String message) {
    draft.impossible(List.of(new ImpossibleRow(0, item.email(), message)));
  }

  private void readMembers() {
    if (plan.kind() == PlanKind.USERS) {
      try (Stream<User> users = client.users().list().pageSize(PAGE).stream()) {
        users.forEach(
            user -> {
              draft.removable();
              if (done.containsKey(user.canonicalEmail())) {
                present.put(user.canonicalEmail(), UserPlanner.toSeen(user));
              }
            });
      }
    } else {
      try (Stream<Administrator> all = client.administrators().list().pageSize(PAGE).stream()) {
        all.forEach(
            administrator -> {
              draft.removable();
              present.put(
                  administrator.canonicalEmail(), AdministratorPlanner.toSeen(administrator));
            });
      }
    }
  }

  private void user(PlanItem item) {
    SeenMember seen = item.seen();
    SeenMember member = present.get(item.canonicalEmail());
    List<Application> before = seen == null ? List.of() : seen.applications();
    List<Application> current = member == null ? List.of() : member.applications();
    if (!Set.copyOf(current).equals(expected(item, before))) {
      impossible(item, "The member has changed since the plan was applied.");
      return;
    }
    List<Application> missing = Lists.minus(before, current);
    List<Application> additions = Lists.both(missing, Lists.OF_AN_ADD);
    List<Application> removals = Lists.minus(current, before);
    if (!removals.isEmpty() && protections.reason(item.canonicalEmail()) != null) {
      impossible(item, "The member is protected now.");
      return;
    }
    PlanItem back = back(item, member, additions, removals);
    if (back != null) {
      draft.add(back);
    }
    noteLosses(item, seen, member, missing);
  }

  /** Returns the lists that a member is on after its item was applied. */
  private static Set<Application> expected(PlanItem item, List<Application> before) {
    Set<Application> lists = new HashSet<>(before);
    lists.addAll(item.additions());
    item.removals().forEach(lists::remove);
    return lists;
  }

  private static @Nullable PlanItem back(
      PlanItem item,
      @Nullable SeenMember member,
      List<Application> additions,
      List<Application> removals) {
    if (member != null) {
      return UserPlanner.item(item.email(), item.canonicalEmail(), member, additions, removals);
    }
    return additions.isEmpty()
        ? null
        : new PlanItem(
            PlanAction.ADD, item.email(), item.canonicalEmail(), null, additions, List.of());
  }

  private void noteLosses(
      PlanItem item,
      @Nullable SeenMember seen,
      @Nullable SeenMember member,
      List<Application> missing) {
    if (seen == null || missing.isEmpty()) {
      return;
    }
    String email = item.canonicalEmail();
    if (member == null && seen.administrator().equals(AdministratorState.NONE)) {
      lose(PlanWarningCode.ID_NOT_RESTORED, email);
    }
    ApplicationEntry active = new ApplicationEntry(Application.REMOTE_CONTROL, ListState.ACTIVE);
    if (seen.lists().contains(active) && missing.contains(Application.REMOTE_CONTROL)) {
      lose(PlanWarningCode.ACTIVE_NOT_RESTORED, email);
    }
    if (!Lists.OF_AN_ADD.containsAll(missing)) {
      lose(PlanWarningCode.LISTS_NOT_RESTORED, email);
    }
  }

  private void administrator(PlanItem item) {
    String email = item.canonicalEmail();
    SeenMember member = present.get(email);
    if ((member != null) != item.action().adds()) {
      impossible(item, "The administrator has changed since the plan was applied.");
    } else if (member == null) {
      draft.add(new PlanItem(PlanAction.ADD, item.email(), email, null, List.of(), List.of()));
      lose(PlanWarningCode.ID_NOT_RESTORED, email);
      if (item.seen() != null && item.seen().administrator().equals(AdministratorState.ACTIVE)) {
        lose(PlanWarningCode.ACTIVE_NOT_RESTORED, email);
      }
    } else if (protections.reason(email) != null) {
      impossible(item, "The administrator is protected now.");
    } else {
      draft.add(new PlanItem(PlanAction.REMOVE, item.email(), email, member, List.of(), List.of()));
      lose(PlanWarningCode.LISTS_NOT_RESTORED, email);
    }
  }

  private void lose(PlanWarningCode code, String email) {
    losses.computeIfAbsent(code, unused -> new TreeSet<>()).add(email);
  }

  private String message(PlanWarningCode code) {
    return switch (code) {
      case ID_NOT_RESTORED ->
          "These members get a new id, and are not bound to their accounts until they sign in"
              + " again.";
      case ACTIVE_NOT_RESTORED -> "These members were Active, and come back as Invited.";
      default ->
          plan.kind() == PlanKind.USERS
              ? "These members were on lists of applications that this version does not know."
              : "These administrators stay on the lists that they joined.";
    };
  }
}
