package canon.cpp.cloudservice.signin.internal.device;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Polls according to a {@link DevicePollingSchedule} until the user has signed in, or cannot any
 * more. For one code and one thread.
 *
 * <p>Temporary failures are retried: no response, a failing server, the page of a proxy. If the
 * time ends during one, it is reported as the cause, because the user may well have signed in. A
 * redirect ends the polling, because it is not temporary.
 */
public final class DevicePolling {
  /** The timeout of one poll; a poll without a response is repeated. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int FIRST_SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  private final DevicePollingSchedule pace;
  private final Function<IdentityResponse, AuthenticationException> rejections;
  private @Nullable AuthenticationException lastFailure;

  /**
   * Creates the polling.
   *
   * @param rejections explains the errors of the provider
   */
  public DevicePolling(
      DevicePollingSchedule pace, Function<IdentityResponse, AuthenticationException> rejections) {
    this.pace = pace;
    this.rejections = rejections;
  }

  /**
   * Polls. Whether to continue depends on the error code, because providers differ in the status.
   *
   * @param ask polls once, within the given time
   * @return the response with the tokens
   * @throws AuthenticationException if the sign-in is denied, the code or the caller's time has
   *     expired, or the thread is interrupted
   */
  public IdentityResponse untilSignedIn(Function<Duration, IdentityResponse> ask) {
    while (true) {
      await();
      IdentityResponse response;
      try {
        response = ask.apply(timeToAsk());
      } catch (AuthenticationException e) {
        if (!mayPass(e)) {
          throw e;
        }
        failed(e);
        continue;
      }
      switch (response.error().orElse("")) {
        case "authorization_pending" -> {
          pace.pending();
          lastFailure = null;
        }
        case "slow_down" -> {
          pace.slowDown();
          lastFailure = null;
        }
        default -> {
          if (response.isSuccess() && response.error().isEmpty()) {
            return response;
          }
          if (!isServersFailure(response)) {
            throw rejections.apply(response);
          }
          failed(rejections.apply(response));
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

  private static boolean isServersFailure(IdentityResponse response) {
    return response.status() >= FIRST_SERVER_ERROR || response.status() == TOO_MANY_REQUESTS;
  }
}
