package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.internal.journal.JobHeader;

/** Compares the job of a journal with the one that is about to run. */
final class JournalHeaders {
  private JournalHeaders() {}

  static void checkSame(JobHeader wanted, JobHeader found, boolean otherAccount) {
    check("operation", wanted.operation(), found.operation());
    check("options", wanted.parameters(), found.parameters());
    check("site", wanted.site(), found.site());
    if (!otherAccount && !wanted.account().equals(found.account())) {
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
