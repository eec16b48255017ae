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

/** Effects that need the fake's time, or change what it remembers. */
public final class ServiceEffects {
  private final Store store;
  private final Clock clock;
  private final Timer timer;

  public ServiceEffects(Store store, Clock clock, Timer timer) {
    this.store = store;
    this.clock = clock;
    this.timer = timer;
  }

  /** The request is on its way for a while; whoever sent it sits that out. */
  public FaultEffect delayed(Duration delay) {
    Duration checked = FaultEffect.possible("delay", delay);
    return new FaultEffect(
        "delayed by " + checked,
        (arrival, next) -> timer.pause(checked).thenCompose(passed -> next.apply(arrival)));
  }

  /** The life of the token that was sent ends now. */
  public FaultEffect tokenExpired() {
    return token("token expired", token -> token.expire(clock.instant()));
  }

  /** The token that was sent is taken back now. */
  public FaultEffect tokenRevoked() {
    return token("token revoked", IssuedToken::revoke);
  }

  /** A good token is rejected as if it had expired; it stays good for every other request. */
  FaultEffect tokenRejected() {
    return new FaultEffect(
        "token rejected",
        (arrival, next) ->
            isGood(arrival.token())
                ? CompletableFuture.completedFuture(
                    ServiceResponse.problem(Problem.of(ProblemKind.TOKEN_EXPIRED)))
                : next.apply(arrival));
  }

  private boolean isGood(Optional<IssuedToken> token) {
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

  private FaultEffect token(String saying, Consumer<IssuedToken> fate) {
    return new FaultEffect(
        saying,
        (arrival, next) -> {
          store.atomically(
              () -> {
                arrival.token().ifPresent(fate);
                return true;
              });
          return next.apply(arrival);
        });
  }
}
