package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;

/**
 * An entry in the user list of one application.
 *
 * @param application whose list
 * @param state Invited or Active; only Remote Control knows Invited (D8)
 */
public record ApplicationEntry(Application application, ListState state) {

  /**
   * Creates the value.
   *
   * @param application whose list
   * @param state Invited or Active
   * @throws NullPointerException if something is missing that may not be null
   */
  public ApplicationEntry {
    requireNonNull(application, "application");
    requireNonNull(state, "state");
  }
}
