package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.internal.errors.SignInWords;
import canon.cpp.cloudservice.internal.values.Printable;
import java.util.OptionalInt;

/**
 * Says why there is no token. The message of the exception is not repeated: whoever wrote the
 * provider wrote it, and a report goes further than a log.
 */
final class NoToken {
  private NoToken() {}

  static String finding(Throwable failure) {
    if (!(failure instanceof SignInException known)) {
      return "the token provider failed with " + failure.getClass().getSimpleName();
    }
    OptionalInt status = known.status();
    String reference =
        SignInWords.reference(
            known.errorCode().orElse(null),
            status.isPresent() ? status.getAsInt() : null,
            known.correlationId().orElse(null));
    return known.provider().map(Printable::cut).orElse("the token provider")
        + ": "
        + SignInWords.summary(known.kind(), known.reason().orElse(null))
        + (reference.isEmpty() ? "" : " (" + reference + ")");
  }

  static String remedy(Throwable failure) {
    return failure instanceof SignInException known && known.kind() != SignInKind.OTHER
        ? SignInWords.remedy(known.kind(), known.reason().orElse(null))
        : "The exception of a call says more; its words may not be for everybody, so they are not"
            + " repeated here.";
  }
}
