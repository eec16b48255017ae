package canon.cpp.cloudservice.errors;

import java.util.Optional;

/**
 * The site has no such user, administrator or printer (404); {@link #resource()} says which of
 * them.
 */
public final class NotFoundException extends RejectedException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param problem the problem details of the service
   */
  public NotFoundException(CallReport report, Problem problem) {
    super(report, problem);
  }

  /**
   * Returns what was not found.
   *
   * @return {@code user}, {@code administrator}, {@code printer}, or another kind that the service
   *     has added since; empty if the response does not say
   */
  public Optional<String> resource() {
    return Optional.ofNullable(problem().resource());
  }
}
