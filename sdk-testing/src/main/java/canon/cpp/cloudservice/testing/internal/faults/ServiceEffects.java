package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.session.RequestAuthentication;
import canon.cpp.cloudservice.testing.internal.store.Store;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Effects that use the clock of the fake or change its state. */
public final class ServiceEffects {
  private final Store store;
  private final Clock clock;
  private final Timer timer;

  public ServiceEffects(Store store, Clock clock, Timer timer) {
    this.store = store;
    this.clock = clock;
    this.timer = timer;
  }

  /** Delays the request by the clock of the fake. */
  public FaultEffect delayed(Duration delay) {
    Duration checked = FaultEffect.possible("delay", delay);
    return new FaultEffect(
        "delayed by " + checked,
        (received, next) -> timer.pause(checked).thenCompose(passed -> next.apply(received)));
  }

  /** Limits all requests, in process by the clock of the fake and over HTTP by the real one. */
  public RateLimit rateLimit(int requests, Duration period) {
    return new RateLimit(requests, period, timer::nanoTime, System::nanoTime);
  }

  /** Lets the token of the request expire now. */
  public FaultEffect tokenExpired() {
    return token("token expired", token -> token.expire(clock.instant()));
  }

  /** Revokes the token of the request now. */
  public FaultEffect tokenRevoked() {
    return token("token revoked", IssuedToken::revoke);
  }

  /** Rejects a valid token once as expired; it stays valid for other requests. */
  FaultEffect tokenRejected() {
    return new FaultEffect(
        "token rejected",
        (received, next) ->
            isValid(received.token())
                ? CompletableFuture.completedFuture(
                    ServiceResponse.problem(Problem.of(ProblemKind.TOKEN_EXPIRED)))
                : next.apply(received));
  }

  private boolean isValid(Optional<IssuedToken> token) {
    return store.atomically(
        () -> {
          try {
            RequestAuthentication.check(token, false, clock.instant());
            return true;
          } catch (ProblemException rejection) {
            return false;
          }
        });
  }

  private FaultEffect token(String description, Consumer<IssuedToken> change) {
    return new FaultEffect(
        description,
        (received, next) -> {
          store.atomically(
              () -> {
                received.token().ifPresent(change);
                return true;
              });
          return next.apply(received);
        });
  }
}
