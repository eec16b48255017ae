package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

/**
 * A consequence of a removal that an administrator should know. A host can show the message.
 *
 * @param code the kind of the warning, for programs
 * @param message the warning as text for people, in English
 */
public record RemovalWarning(WarningCode code, String message) {

  public RemovalWarning {
    requireNonNull(code, "code");
    requireNonNull(message, "message");
  }
}
