package canon.cpp.cloudservice.errors;

import java.util.Optional;

/**
 * There is no such user, administrator or printer at the site (404); {@link #resource()} says which
 * of them.
 */
public final class NotFoundException extends RejectedException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param problem the service's words
   */
  public NotFoundException(CallReport report, Problem problem) {
    super(report, problem);
  }

  /**
   * What was not found.
   *
   * @return {@code user}, {@code administrator}, {@code printer}, or another kind that the service
   *     has learnt since; empty if it did not say
   */
  public Optional<String> resource() {
    return Optional.ofNullable(problem().resource());
  }
}
