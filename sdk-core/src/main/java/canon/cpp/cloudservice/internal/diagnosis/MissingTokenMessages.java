package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.internal.errors.AuthenticationMessages;
import canon.cpp.cloudservice.internal.values.Printable;
import java.util.OptionalInt;

/**
 * Explains why no token was obtained. The message of the exception is not included: the author of
 * the token provider wrote it, and a report is passed on further than a log.
 */
final class MissingTokenMessages {
  private MissingTokenMessages() {}

  static String finding(Throwable failure) {
    if (!(failure instanceof AuthenticationException known)) {
      return "the token provider failed with " + failure.getClass().getSimpleName();
    }
    OptionalInt status = known.status();
    String reference =
        AuthenticationMessages.reference(
            known.errorCode().orElse(null),
            status.isPresent() ? status.getAsInt() : null,
            known.correlationId().orElse(null));
    return known.provider().map(Printable::cut).orElse("the token provider")
        + ": "
        + AuthenticationMessages.summary(known.kind(), known.reason().orElse(null))
        + (reference.isEmpty() ? "" : " (" + reference + ")");
  }

  static String remedy(Throwable failure) {
    return failure instanceof AuthenticationException known
            && known.kind() != AuthenticationErrorKind.OTHER
        ? AuthenticationMessages.remedy(known.kind(), known.reason().orElse(null))
        : "The exception of a call contains the details. They are not shown here, because a report"
            + " may be passed on.";
  }
}
