package canon.cpp.cloudservice.bulk.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A consequence of a plan that its reviewer should know.
 *
 * @param code the kind, for programs
 * @param message the warning for people, in English and without an address
 * @param emails the canonical addresses of the members; personal data
 */
public record PlanWarning(PlanWarningCode code, String message, List<String> emails) {

  /** Checks the components. */
  public PlanWarning {
    requireNonNull(code, "code");
    requireNonNull(message, "message");
    emails = List.copyOf(emails);
  }
}
