package canon.cpp.cloudservice.bulk.internal.plan;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The options that only the application of a plan has. Changed only while a copy is made. */
final class ApplyOptions {
  static final ApplyOptions DEFAULT = new ApplyOptions();

  @Nullable Path journal;
  @Nullable String approvedDigest;
  boolean failOnAnyDrift;
  boolean removalsFirst;
  long maxUnknownsForRemovals = Long.MAX_VALUE;

  private ApplyOptions() {}

  /** Returns a copy with a change. */
  ApplyOptions with(Consumer<ApplyOptions> change) {
    ApplyOptions copy = new ApplyOptions();
    copy.journal = journal;
    copy.approvedDigest = approvedDigest;
    copy.failOnAnyDrift = failOnAnyDrift;
    copy.removalsFirst = removalsFirst;
    copy.maxUnknownsForRemovals = maxUnknownsForRemovals;
    change.accept(copy);
    return copy;
  }
}
