package canon.cpp.cloudservice.bulk.plan;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.internal.plan.DefaultApplyPlan;
import canon.cpp.cloudservice.bulk.internal.plan.DefaultCreatePlan;

/**
 * Makes the members of a site equal to a desired set, in two steps: a plan, which only reads, and
 * its application.
 *
 * <pre>{@code
 * MembershipPlan plan = Plans.with(client).usersOnAllLists(addresses).create();
 * Plans.with(client).apply(plan).journal(Path.of("journals/plan-2031-03.jsonl")).execute();
 * }</pre>
 *
 * <p>Safe by default: a plan only adds unless {@link CreatePlan#removing} names a scope, it has a
 * ceiling for removals, and it never removes the account itself, the last active administrator or
 * {@link CreatePlan#protecting protected} members.
 */
@CheckReturnValue
public final class Plans {
  private final CloudServiceClient client;

  private Plans(CloudServiceClient client) {
    this.client = client;
  }

  /**
   * Returns plans for the account of a client.
   *
   * @param client a view with an administrator's account (D7)
   * @return the plans
   */
  public static Plans with(CloudServiceClient client) {
    return new Plans(requireNonNull(client, "client"));
  }

  /**
   * Plans users and their application lists. The role of administrators is never changed.
   *
   * @param desired the users, which are read once
   * @return the creation of a plan, not yet run
   */
  public CreatePlan users(Iterable<DesiredUser> desired) {
    return DefaultCreatePlan.users(client, requireNonNull(desired, "desired"));
  }

  /**
   * Plans users who are on the lists of all three applications, as an add makes them (D8).
   *
   * @param emails the addresses as typed, which are read once
   * @return the creation of a plan, not yet run
   */
  public CreatePlan usersOnAllLists(Iterable<String> emails) {
    requireNonNull(emails, "emails");
    return DefaultCreatePlan.usersOnAllLists(client, emails);
  }

  /**
   * Plans who is an administrator. Lists are not compared; a new administrator also joins the
   * Dashboard and Remote Match lists (D10).
   *
   * @param emails the addresses as typed, which are read once
   * @return the creation of a plan, not yet run
   */
  public CreatePlan administrators(Iterable<String> emails) {
    return DefaultCreatePlan.administrators(client, requireNonNull(emails, "emails"));
  }

  /**
   * Applies a plan.
   *
   * @param plan the plan, created or read from a file
   * @return the application, not yet run
   */
  public ApplyPlan apply(MembershipPlan plan) {
    return DefaultApplyPlan.of(client, requireNonNull(plan, "plan"));
  }
}
