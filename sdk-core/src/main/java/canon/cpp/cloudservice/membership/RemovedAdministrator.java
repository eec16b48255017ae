package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

/**
 * What taking the role from an administrator did (D13).
 *
 * @param administrator the administrator as it was before
 * @param gone whether the person is on no list either, and so free for another site (D14)
 */
public record RemovedAdministrator(Administrator administrator, boolean gone) {

  /**
   * Creates the value.
   *
   * @param administrator the administrator as it was before
   * @param gone whether the person is on no list either, and so free for another site
   * @throws NullPointerException if something is missing that may not be null
   */
  public RemovedAdministrator {
    requireNonNull(administrator, "administrator");
  }
}
