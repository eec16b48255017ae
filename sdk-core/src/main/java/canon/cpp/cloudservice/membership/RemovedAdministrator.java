package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

/**
 * What removing the administrator role did (D13).
 *
 * @param administrator the administrator as it was before
 * @param gone true if the account is on no list either, so that another site can add it (D14)
 */
public record RemovedAdministrator(Administrator administrator, boolean gone) {

  public RemovedAdministrator {
    requireNonNull(administrator, "administrator");
  }
}
