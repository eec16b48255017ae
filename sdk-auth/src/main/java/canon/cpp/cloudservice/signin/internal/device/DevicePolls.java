package canon.cpp.cloudservice.signin.internal.device;

import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.signin.internal.http.IdentityAnswer;
import java.time.Duration;
import java.util.function.Function;

/** Asks at a {@link DevicePace} until somebody has signed in, or it is certain that nobody will. */
public final class DevicePolls {
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  private DevicePolls() {}

  /**
   * Asks. What counts is the error's code, because providers differ in the status that goes with
   * it.
   *
   * @param ask asks once, in at most that time
   * @return the answer that ends it: tokens, or an error that the caller knows better
   * @throws SignInException if the person said no, the code or the time is over, or the thread is
   *     interrupted
   */
  public static IdentityAnswer untilSignedIn(
      DevicePace pace, String provider, Function<Duration, IdentityAnswer> ask) {
    while (true) {
      pace.await();
      IdentityAnswer answer;
      try {
        answer = ask.apply(pace.timeLeft());
      } catch (SignInException e) {
        if (!mayPass(e.kind())) {
          throw e;
        }
        pace.failed(e.retryAfter().orElse(null));
        continue;
      }
      switch (answer.error().orElse("")) {
        case "authorization_pending" -> pace.pending();
        case "slow_down" -> pace.slowDown();
        case "access_denied", "authorization_declined" ->
            throw failure(SignInKind.DENIED, provider, answer);
        case "expired_token" -> throw failure(SignInKind.CODE_EXPIRED, provider, answer);
        default -> {
          if (!isServersFailure(answer)) {
            return answer;
          }
          pace.failed(answer.retryAfter());
        }
      }
    }
  }

  private static boolean mayPass(SignInKind kind) {
    return kind == SignInKind.TOKEN_ENDPOINT
        || kind == SignInKind.TIMED_OUT
        || kind == SignInKind.PROXY;
  }

  private static boolean isServersFailure(IdentityAnswer answer) {
    return answer.status() >= FIRST_SERVER_ERROR || answer.status() == TOO_MANY_REQUESTS;
  }

  private static SignInException failure(SignInKind kind, String provider, IdentityAnswer answer) {
    return SignInException.builder(kind)
        .provider(provider)
        .errorCode(answer.error().orElse(null))
        .status(answer.status())
        .build();
  }
}
