package canon.cpp.cloudservice.examples.remotecontrol;

import static java.nio.charset.StandardCharsets.UTF_8;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a response of a failed call, for the app. Messages of the client contain neither tokens nor
 * addresses.
 */
final class CallFailures {
  private CallFailures() {}

  static Reply reply(CloudServiceException failure) {
    int status = status(failure);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", status);
    body.put("detail", failure.getMessage());
    body.put("outcome", failure.outcome().name());
    if (failure instanceof RejectedException rejected) {
      body.put("code", rejected.code().id());
    }
    return Reply.of(status, body)
        .with("Retry-After", failure.retryAfter().map(CallFailures::seconds).orElse(null))
        .with("X-Request-Id", requestId(failure.attempts()))
        .with("WWW-Authenticate", status == 401 ? challenge(failure) : null);
  }

  private static int status(CloudServiceException failure) {
    if (failure instanceof UnauthenticatedException) {
      return 401;
    }
    if (failure instanceof AuthenticationException signIn
        && signIn.kind() == AuthenticationErrorKind.SIGN_IN_REQUIRED) {
      return 401;
    }
    if (failure instanceof InvalidRequestException) {
      return 400;
    }
    if (failure instanceof PermissionDeniedException) {
      return 403;
    }
    if (failure instanceof RejectedException) {
      return 409;
    }
    return failure.isTransient() ? 503 : 502;
  }

  /** The app passes the claims to its sign-in, which asks the user for the missing proof. */
  private static String challenge(CloudServiceException failure) {
    return failure instanceof AuthenticationException signIn && signIn.claims().isPresent()
        ? "Bearer error=\"insufficient_claims\", claims=\""
            + Base64.getEncoder().encodeToString(signIn.claims().get().getBytes(UTF_8))
            + "\""
        : "Bearer error=\"invalid_token\"";
  }

  private static @Nullable String requestId(List<Attempt> attempts) {
    return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).requestId();
  }

  private static String seconds(Duration delay) {
    return String.valueOf(delay.plusNanos(999_999_999).toSeconds());
  }
}
