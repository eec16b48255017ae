package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.testing.internal.session.Authentication;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.store.Store;
import canon.cpp.cloudservice.testing.internal.wire.Answer;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import canon.cpp.cloudservice.testing.internal.wire.Refusal;
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
  public Effect delayed(Duration delay) {
    Duration checked = Effect.possible("delay", delay);
    return new Effect(
        "delayed by " + checked,
        (arrival, next) -> timer.pause(checked).thenCompose(passed -> next.apply(arrival)));
  }

  /** The life of the token that was sent ends now. */
  public Effect tokenExpired() {
    return token("token expired", token -> token.expire(clock.instant()));
  }

  /** The token that was sent is taken back now. */
  public Effect tokenRevoked() {
    return token("token revoked", IssuedToken::revoke);
  }

  /** A good token is refused as if it had expired; it stays good for every other request. */
  Effect tokenRefused() {
    return new Effect(
        "token refused",
        (arrival, next) ->
            isGood(arrival.token())
                ? CompletableFuture.completedFuture(
                    Answer.problem(Problem.of(ProblemKind.TOKEN_EXPIRED)))
                : next.apply(arrival));
  }

  private boolean isGood(Optional<IssuedToken> token) {
    return store.atomically(
        () -> {
          try {
            Authentication.check(token, false, clock.instant());
            return true;
          } catch (Refusal refusal) {
            return false;
          }
        });
  }

  private Effect token(String saying, Consumer<IssuedToken> fate) {
    return new Effect(
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
