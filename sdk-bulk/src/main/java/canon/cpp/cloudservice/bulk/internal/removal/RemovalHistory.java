package canon.cpp.cloudservice.bulk.internal.removal;

import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Counts recent removals, whether bulk jobs or plans have removed. Otherwise one would be a way
 * round the ceiling of the other.
 */
public final class RemovalHistory {
  private static final Duration RECENT = Duration.ofDays(7);
  private static final List<List<String>> SAME_MEMBERS =
      List.of(
          List.of("removeUsers", "applyUserPlan"),
          List.of("removeAdministrators", "applyAdministratorPlan"));

  private RemovalHistory() {}

  /** Counts the removals of other jobs in the last 7 days. */
  public static long recent(Journal journal, JobHeader job, Instant now) {
    return since(journal, job, now.minus(RECENT));
  }

  /** Counts the removals of other jobs since a time. */
  public static long since(Journal journal, JobHeader job, Instant since) {
    long count = 0;
    for (String operation : operationsLike(job.operation())) {
      count += journal.removalsOfOtherJobs(withOperation(job, operation), since);
    }
    return count;
  }

  private static List<String> operationsLike(String operation) {
    return SAME_MEMBERS.stream()
        .filter(operations -> operations.contains(operation))
        .findFirst()
        .orElse(List.of(operation));
  }

  private static JobHeader withOperation(JobHeader job, String operation) {
    return new JobHeader(
        job.id(), operation, job.parameters(), job.site(), job.account(), job.createdAt());
  }
}
