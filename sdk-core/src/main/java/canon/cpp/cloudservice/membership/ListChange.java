package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;

/**
 * What an operation did to the user list of one application.
 *
 * @param application whose list
 * @param result what was done
 */
public record ListChange(Application application, ChangeResult result) {

  /**
   * Creates the value.
   *
   * @param application whose list
   * @param result what was done
   * @throws NullPointerException if something is missing that may not be null
   */
  public ListChange {
    requireNonNull(application, "application");
    requireNonNull(result, "result");
  }
}
