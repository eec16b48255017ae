package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;

/**
 * What an operation did to the user list of one application.
 *
 * @param application the application of the list
 * @param result what was done
 */
public record ListChange(Application application, ChangeResult result) {

  public ListChange {
    requireNonNull(application, "application");
    requireNonNull(result, "result");
  }
}
