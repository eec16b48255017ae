package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.internal.removal.Protections;
import canon.cpp.cloudservice.bulk.plan.PlanException;
import canon.cpp.cloudservice.bulk.plan.PlanKind;
import canon.cpp.cloudservice.bulk.plan.PlanProblem;
import canon.cpp.cloudservice.bulk.plan.PlanWarningCode;
import canon.cpp.cloudservice.session.Session;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/** Creates a plan. It only reads. */
final class Planner {
  private final CloudServiceClient client;
  private final PlanKind kind;
  private final PlanOptions options;

  Planner(CloudServiceClient client, PlanKind kind, PlanOptions options) {
    this.client = client;
    this.kind = kind;
    this.options = options;
  }

  PlanData plan(Iterator<DesiredRow> rows) {
    Session session = client.session().get().execute();
    String site = session.site().id();
    ScopeRule scope = options.scope.prepared(client, kind, site);
    DesiredMembers desired = DesiredMembers.read(client, rows);
    checkComplete(desired, scope);
    Protections protections = Protections.read(client, session, options.protectedEmails);
    boolean withheld = scope != Scopes.NONE && !desired.impossible().isEmpty();
    MemberRules rules = new MemberRules(scope, protections, options.administratorsToo, withheld);
    PlanDraft draft = new PlanDraft();
    if (kind == PlanKind.USERS) {
      new UserPlanner(desired, rules, draft).plan(client);
    } else {
      new AdministratorPlanner(desired, rules, draft).plan(client);
    }
    warn(draft, desired, withheld);
    Instant now = options.clock.instant();
    return draft.toPlan(
        kind,
        site,
        now,
        scope.description(),
        PlanCeiling.allowed(draft.population(), options.journals, kind, site, now),
        protections.named());
  }

  /** An empty or incomplete set would make everybody in the scope a removal. */
  private void checkComplete(DesiredMembers desired, ScopeRule scope) {
    Long expected = options.expectedRows;
    if (expected != null && expected != desired.count()) {
      throw new PlanException(
          PlanProblem.INCOMPLETE_INPUT,
          "The desired set has "
              + desired.count()
              + " rows instead of "
              + expected
              + ", so no plan was made. Read it again.",
          null);
    }
    if (desired.count() == 0 && scope != Scopes.NONE) {
      throw new PlanException(
          PlanProblem.EMPTY_INPUT,
          "The desired set is empty, and the plan may remove members, so no plan was made. To remove"
              + " members without a desired set, use a bulk removal.",
          null);
    }
  }

  private void warn(PlanDraft draft, DesiredMembers desired, boolean withheld) {
    draft.impossible(desired.impossible());
    draft.warnOfRenames(kind);
    if (!desired.repeated().isEmpty()) {
      draft.warn(
          PlanWarningCode.DUPLICATE_ROWS,
          "Several rows of the desired set mean the same member. They count once.",
          desired.repeated());
    }
    if (withheld) {
      draft.warn(
          PlanWarningCode.REMOVALS_WITHHELD,
          desired.impossible().size()
              + " rows of the desired set are impossible, so the plan contains no removals. Correct"
              + " them and plan again.",
          List.of());
    }
  }
}
