package canon.cpp.cloudservice.bulk.internal.plan;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The options of the creation of a plan. Changed only while a copy is made. */
final class PlanOptions {
  static final PlanOptions DEFAULT = new PlanOptions();

  ScopeRule scope = Scopes.NONE;
  boolean administratorsToo;
  Set<String> protectedEmails = Set.of();
  @Nullable Long expectedRows;
  @Nullable Path journals;
  Clock clock = Clock.systemUTC();

  private PlanOptions() {}

  /** Returns a copy with a change. */
  PlanOptions with(Consumer<PlanOptions> change) {
    PlanOptions copy = new PlanOptions();
    copy.scope = scope;
    copy.administratorsToo = administratorsToo;
    copy.protectedEmails = protectedEmails;
    copy.expectedRows = expectedRows;
    copy.journals = journals;
    copy.clock = clock;
    change.accept(copy);
    return copy;
  }
}
