package canon.cpp.cloudservice.bulk.internal.plan;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.internal.job.OptionValues;
import canon.cpp.cloudservice.bulk.plan.CreatePlan;
import canon.cpp.cloudservice.bulk.plan.DesiredUser;
import canon.cpp.cloudservice.bulk.plan.MembershipPlan;
import canon.cpp.cloudservice.bulk.plan.PlanKind;
import canon.cpp.cloudservice.bulk.plan.RemovalScope;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The creation of a plan as a value. */
public final class DefaultCreatePlan implements CreatePlan {
  private final CloudServiceClient client;
  private final PlanKind kind;
  private final Source desired;
  private final PlanOptions options;

  /** Where the desired rows come from. */
  interface Source {
    Iterator<DesiredRow> rows();
  }

  private DefaultCreatePlan(
      CloudServiceClient client, PlanKind kind, Source desired, PlanOptions options) {
    this.client = client;
    this.kind = kind;
    this.desired = desired;
    this.options = options;
  }

  public static CreatePlan users(CloudServiceClient client, Iterable<DesiredUser> desired) {
    return of(
        client,
        PlanKind.USERS,
        desired,
        (number, user) -> new DesiredRow(number, user.email(), ordered(user.lists())));
  }

  public static CreatePlan usersOnAllLists(CloudServiceClient client, Iterable<String> emails) {
    return of(
        client,
        PlanKind.USERS,
        emails,
        (number, email) -> new DesiredRow(number, email, Lists.OF_AN_ADD));
  }

  public static CreatePlan administrators(CloudServiceClient client, Iterable<String> emails) {
    return of(
        client,
        PlanKind.ADMINISTRATORS,
        emails,
        (number, email) -> new DesiredRow(number, email, List.of()));
  }

  private static List<Application> ordered(Set<Application> lists) {
    return lists.containsAll(Lists.OF_AN_ADD) && lists.size() == Lists.OF_AN_ADD.size()
        ? Lists.OF_AN_ADD
        : Lists.union(Lists.both(Lists.OF_AN_ADD, lists), lists);
  }

  private interface ToRow<T> {
    DesiredRow row(long number, T value);
  }

  private static <T> CreatePlan of(
      CloudServiceClient client, PlanKind kind, Iterable<T> desired, ToRow<T> toRow) {
    return new DefaultCreatePlan(
        client, kind, () -> rows(desired.iterator(), toRow), PlanOptions.DEFAULT);
  }

  private static <T> Iterator<DesiredRow> rows(Iterator<T> values, ToRow<T> toRow) {
    return new Iterator<>() {
      private long number;

      @Override
      public boolean hasNext() {
        return values.hasNext();
      }

      @Override
      public DesiredRow next() {
        number++;
        T value = values.next();
        if (value == null) {
          throw new IllegalArgumentException("Row " + number + " of the desired set is null");
        }
        return toRow.row(number, value);
      }
    };
  }

  private CreatePlan with(Consumer<PlanOptions> change) {
    return new DefaultCreatePlan(client, kind, desired, options.with(change));
  }

  @Override
  public CreatePlan removing(RemovalScope scope) {
    requireNonNull(scope, "scope");
    if (!(scope instanceof ScopeRule rule)) {
      throw new IllegalArgumentException("The scope was not made by this library");
    }
    return with(copy -> copy.scope = rule);
  }

  @Override
  public CreatePlan includingAdministrators() {
    if (kind != PlanKind.USERS) {
      throw new IllegalStateException("Only a plan of users has this option");
    }
    return with(copy -> copy.administratorsToo = true);
  }

  @Override
  public CreatePlan protecting(Collection<String> emails) {
    Set<String> all = new LinkedHashSet<>(options.protectedEmails);
    all.addAll(emails);
    return with(copy -> copy.protectedEmails = all);
  }

  @Override
  public CreatePlan expectingRows(long rows) {
    long checked = OptionValues.notNegative("expectingRows", rows);
    return with(copy -> copy.expectedRows = checked);
  }

  @Override
  public CreatePlan journals(Path folder) {
    requireNonNull(folder, "folder");
    return with(copy -> copy.journals = folder);
  }

  @Override
  public CreatePlan clock(Clock clock) {
    requireNonNull(clock, "clock");
    return with(copy -> copy.clock = clock);
  }

  @Override
  public MembershipPlan create() {
    return new Planner(client, kind, options).plan(desired.rows());
  }

  /** Shows the kind only, because rows name people. */
  @Override
  public String toString() {
    return "CreatePlan[" + kind + "]";
  }
}
