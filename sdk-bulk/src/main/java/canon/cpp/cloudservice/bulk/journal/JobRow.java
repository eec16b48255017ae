package canon.cpp.cloudservice.bulk.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the input, and what is known about its requests.
 *
 * @param number the position in the input, from 1
 * @param input the text; personal data
 * @param prepared the change that may have been sent; null if none was prepared
 * @param target what the row removes; null if that was not read
 */
public record JobRow(
    long number, String input, @Nullable Prepared prepared, @Nullable RowTarget target) {

  /** Checks the components. */
  public JobRow {
    requireNonNull(input, "input");
  }

  /**
   * A change that may have been sent.
   *
   * @param key its idempotency key
   * @param account the account that the key belongs to
   * @param at when it was first about to be sent
   */
  public record Prepared(String key, String account, Instant at) {

    /** Checks the components. */
    public Prepared {
      requireNonNull(key, "key");
      requireNonNull(account, "account");
      requireNonNull(at, "at");
    }
  }

  /**
   * Returns a row that nothing is known about.
   *
   * @param number the position in the input, from 1
   * @param input the text
   * @return the row
   */
  public static JobRow fresh(long number, String input) {
    return new JobRow(number, input, null, null);
  }

  /**
   * Returns the row with another change, or with none.
   *
   * @param change the change that may be sent; null if none was applied or sent
   * @return the row
   */
  public JobRow with(@Nullable Prepared change) {
    return new JobRow(number, input, change, target);
  }

  /**
   * Returns the row with what it removes.
   *
   * @param value the member or printer
   * @return the row
   */
  public JobRow with(RowTarget value) {
    return new JobRow(number, input, prepared, value);
  }

  /**
   * Returns what the row removes, which was read before.
   *
   * @return the member or printer
   * @throws IllegalStateException if it was not read
   */
  public RowTarget targetRead() {
    if (target == null) {
      throw new IllegalStateException("Row " + number + " was not read");
    }
    return target;
  }
}
