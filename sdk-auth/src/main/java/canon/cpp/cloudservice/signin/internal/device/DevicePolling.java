package canon.cpp.cloudservice.signin.internal.device;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks at a {@link DevicePollingSchedule} until somebody has signed in, or it is certain that
 * nobody will. For one code and one thread.
 *
 * <p>What may pass is waited out: no answer, a server's failure, a proxy's page. If it has not
 * passed when the time is over, it is told as the cause: the person may well have signed in. A
 * redirect ends it, because nobody takes it back while a code lives.
 */
public final class DevicePolling {
  /** For asking once; an answer that does not come is asked for again. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int FIRST_SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  private final DevicePollingSchedule pace;
  private final Function<IdentityResponse, AuthenticationException> rejections;
  private @Nullable AuthenticationException lastFailure;

  /**
   * Prepares to ask.
   *
   * @param rejections says what an error means at the provider
   */
  public DevicePolling(
      DevicePollingSchedule pace, Function<IdentityResponse, AuthenticationException> rejections) {
    this.pace = pace;
    this.rejections = rejections;
  }

  /**
   * Asks. Whether the person is waited for is in the error's code, because providers differ in the
   * status that goes with it.
   *
   * @param ask asks once, in at most that time
   * @return the answer with the tokens
   * @throws AuthenticationException if it is rejected, the code or the time is over, or the thread
   *     is interrupted
   */
  public IdentityResponse untilSignedIn(Function<Duration, IdentityResponse> ask) {
    while (true) {
      await();
      IdentityResponse answer;
      try {
        answer = ask.apply(timeToAsk());
      } catch (AuthenticationException e) {
        if (!mayPass(e)) {
          throw e;
        }
        failed(e);
        continue;
      }
      switch (answer.error().orElse("")) {
        case "authorization_pending" -> {
          pace.pending();
          lastFailure = null;
        }
        case "slow_down" -> {
          pace.slowDown();
          lastFailure = null;
        }
        default -> {
          if (answer.isSuccess() && answer.error().isEmpty()) {
            return answer;
          }
          if (!isServersFailure(answer)) {
            throw rejections.apply(answer);
          }
          failed(rejections.apply(answer));
        }
      }
    }
  }

  private void await() {
    try {
      pace.await();
    } catch (AuthenticationException e) {
      AuthenticationException cause = lastFailure;
      boolean over =
          e.kind() == AuthenticationErrorKind.CODE_EXPIRED
              || e.kind() == AuthenticationErrorKind.TIMED_OUT;
      throw over && cause != null ? cause : e;
    }
  }

  private Duration timeToAsk() {
    Duration left = pace.timeLeft();
    return left.compareTo(LONGEST) > 0 ? LONGEST : left;
  }

  private void failed(AuthenticationException failure) {
    lastFailure = failure;
    pace.failed(failure.retryAfter().orElse(null));
  }

  private static boolean mayPass(AuthenticationException failure) {
    boolean redirected = failure.status().orElse(0) / 100 == 3;
    return switch (failure.kind()) {
      case TOKEN_ENDPOINT, TIMED_OUT, PROXY -> !redirected;
      default -> false;
    };
  }

  private static boolean isServersFailure(IdentityResponse answer) {
    return answer.status() >= FIRST_SERVER_ERROR || answer.status() == TOO_MANY_REQUESTS;
  }
}
