package canon.cpp.cloudservice.bulk.journal;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.bulk.JournalException;
import java.time.Instant;

/**
 * What a journal says about its job.
 *
 * @param id identifies the job; the idempotency keys depend on it
 * @param operation what the job does, such as {@code addUsers}
 * @param parameters what applies to every row, such as the lists of a removal; empty if nothing
 * @param site the id of the site that the job changes
 * @param account the account that makes the changes; personal data
 * @param createdAt when the job was created
 */
public record JobHeader(
    String id,
    String operation,
    String parameters,
    String site,
    String account,
    Instant createdAt) {

  /** Checks the components. */
  public JobHeader {
    requireNonNull(id, "id");
    requireNonNull(operation, "operation");
    requireNonNull(parameters, "parameters");
    requireNonNull(site, "site");
    requireNonNull(account, "account");
    requireNonNull(createdAt, "createdAt");
  }

  /**
   * Checks that this job may continue the one of a journal: the same operation, options and site,
   * and the same account unless another one is allowed. Ids and times may differ.
   *
   * @param earlier the job that the journal has
   * @param otherAccount whether the journal may be the one of another account
   * @throws JournalException if the journal belongs to another job
   */
  public void checkContinues(JobHeader earlier, boolean otherAccount) {
    check("operation", operation, earlier.operation);
    check("options", parameters, earlier.parameters);
    check("site", site, earlier.site);
    if (!otherAccount && !account.equals(earlier.account)) {
      throw new JournalException(
          "The journal was written by another account, and idempotency keys belong to an account."
              + " Continue with that account, or call resumeAsOtherAccount().",
          null);
    }
  }

  private static void check(String what, String wanted, String found) {
    if (!wanted.equals(found)) {
      throw new JournalException(
          "The journal belongs to a job with another "
              + what
              + ": "
              + found
              + " instead of "
              + wanted
              + ". Use another journal.",
          null);
    }
  }
}
