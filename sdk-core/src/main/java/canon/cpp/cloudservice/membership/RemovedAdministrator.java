package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;

/**
 * What removing the administrator role did (D13).
 *
 * @param administrator the administrator as it was before
 * @param gone true if the account is on no list either, so that another site can add it (D14)
 * @param warnings consequences that an administrator should know, such as D27; usually none
 */
public record RemovedAdministrator(
    Administrator administrator, boolean gone, List<RemovalWarning> warnings) {

  public RemovedAdministrator {
    requireNonNull(administrator, "administrator");
    warnings = List.copyOf(warnings);
  }

  /**
   * Creates a result without warnings.
   *
   * @param administrator the administrator as it was before
   * @param gone true if the account is on no list either
   */
  public RemovedAdministrator(Administrator administrator, boolean gone) {
    this(administrator, gone, Collections.emptyList());
  }
}
