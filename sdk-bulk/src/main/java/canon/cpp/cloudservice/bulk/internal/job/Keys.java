package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.IdempotencyKey;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.JobRow;

/** The idempotency keys of a job, the same whenever and wherever they are computed. */
final class Keys {
  private static final String FIRST_STEP = "1";

  private final JobHeader job;

  Keys(JobHeader job) {
    this.job = job;
  }

  /** Returns the key of a row. A change that is sent anew has a key that depends on the old one. */
  String of(JobRow row) {
    JobRow.Prepared before = row.prepared();
    return IdempotencyKey.of(
        job.id(),
        String.valueOf(row.number()),
        before == null ? FIRST_STEP : "after " + before.key(),
        job.operation(),
        job.parameters(),
        row.input());
  }
}
