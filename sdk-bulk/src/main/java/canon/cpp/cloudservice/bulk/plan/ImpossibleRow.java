package canon.cpp.cloudservice.bulk.plan;

import static java.util.Objects.requireNonNull;

/**
 * A row of the desired set that cannot be planned, such as a malformed address. A plan with such
 * rows contains no removals, because nobody knows which member a row means.
 *
 * @param row the position in the desired set, from 1; 0 in a plan back
 * @param email the address as typed; personal data
 * @param message why it is impossible, without an address
 */
public record ImpossibleRow(long row, String email, String message) {

  /** Checks the components. */
  public ImpossibleRow {
    requireNonNull(email, "email");
    requireNonNull(message, "message");
  }
}
