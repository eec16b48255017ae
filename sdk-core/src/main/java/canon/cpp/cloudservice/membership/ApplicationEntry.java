package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;

/**
 * An entry in the user list of one application.
 *
 * @param application the application of the list
 * @param state Invited or Active; only Remote Control knows Invited (D8)
 */
public record ApplicationEntry(Application application, ListState state) {

  public ApplicationEntry {
    requireNonNull(application, "application");
    requireNonNull(state, "state");
  }
}
