package canon.cpp.cloudservice.observe;

import static canon.cpp.cloudservice.harness.Replies.activated;
import static canon.cpp.cloudservice.harness.Replies.losesConnection;
import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.site.Site;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallListenerTest {
  private final Diary diary = new Diary();

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void listenersAreNotifiedOfEveryStepOfACall(ExecutionMode mode) {
    try (ClientHarness harness =
        harness().replies(status(503, "X-Request-Id", "req-1"), activated())) {
      mode.execute(
          harness
              .client()
              .withTokenProvider(request -> AccessToken.of("token"))
              .remoteControl()
              .activate());
    }

    assertThat(diary.lines)
        .containsExactly(
            "started activateRemoteControl POST /v1/remote-control/activation, key: yes",
            "token",
            "attempt 1",
            "attempt 1 ended: 503 503 req-1",
            "pausing",
            "token",
            "attempt 2",
            "attempt 2 ended: 200 200 null",
            "ended after 2: null");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aFailedCallEndsWithItsException(ExecutionMode mode) {
    try (ClientHarness harness =
        harness().replies(losesConnection(), losesConnection(), losesConnection())) {
      mode.failure(UnavailableException.class, harness.view().site().get());
    }

    assertThat(diary.lines)
        .startsWith("started getSite GET /v1/site, key: no", "attempt 1")
        .contains("attempt 3 ended: connection lost null null")
        .endsWith("ended after 3: UnavailableException");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void listenersAreNotifiedOfAFailedTokenRequest(ExecutionMode mode) {
    try (ClientHarness harness = harness()) {
      mode.failure(
          AuthenticationException.class,
          harness
              .client()
              .withTokenProvider(
                  request -> {
                    throw new AuthenticationException("no token today", null);
                  })
              .site()
              .get());
    }

    assertThat(diary.lines)
        .containsExactly(
            "started getSite GET /v1/site, key: no",
            "no token: AuthenticationException",
            "ended after 0: AuthenticationException");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aListenerThatThrowsAffectsNeitherTheCallNorOtherListeners(ExecutionMode mode) {
    CallListener broken =
        new CallListener() {
          @Override
          public void callStarted(CallInfo call) {
            throw new IllegalStateException("this listener is broken, on purpose");
          }
        };
    try (ClientHarness harness =
        new ClientHarness(site()).with(builder -> builder.listener(broken).listener(diary))) {
      mode.execute(harness.view().site().get());
    }

    assertThat(diary.lines).endsWith("ended after 1: null");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 403})
  void listenersAreNotifiedOfTheEndBeforeTheCaller(int status) {
    HeldReply held = new HeldReply();
    AtomicReference<CompletableFuture<Site>> call = new AtomicReference<>();
    AtomicReference<Boolean> overBefore = new AtomicReference<>();
    CallListener listener =
        new CallListener() {
          @Override
          public void callEnded(
              CallInfo info, List<Attempt> attempts, Duration took, @Nullable Throwable failure) {
            overBefore.set(call.get().isDone());
          }
        };
    try (ClientHarness harness =
        new ClientHarness(held)
            .with(builder -> builder.listener(listener).executor(Runnable::run))) {
      call.set(harness.view().site().get().executeAsync());
      held.release(status == 200 ? site() : status(status));

      assertThat(call.get()).isDone();
    }
    assertThat(overBefore.get()).isFalse();
  }

  @Test
  void listenersAreNotifiedOfACancelledCall() {
    HeldReply held = new HeldReply();
    try (ClientHarness harness = harness().replies(held)) {
      CompletableFuture<?> running = harness.view().site().get().executeAsync();
      held.awaitRequest();

      running.cancel(true);
    }

    assertThat(diary.lines)
        .endsWith(
            "attempt 1 ended: abandoned null null",
            "ended after 1: " + CancellationException.class.getSimpleName());
  }

  private ClientHarness harness() {
    return new ClientHarness().with(builder -> builder.listener(diary));
  }

  /** Records the events. */
  private static final class Diary implements CallListener {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void callStarted(CallInfo call) {
      String key = call.idempotencyKey() == null ? "no" : "yes";
      lines.add("started " + call.operation() + " " + call.target() + ", key: " + key);
    }

    @Override
    public void tokenFetched(CallInfo call, Duration took, @Nullable Throwable failure) {
      lines.add(failure == null ? "token" : "no token: " + failure.getClass().getSimpleName());
    }

    @Override
    public void attemptStarted(CallInfo call, int number) {
      lines.add("attempt " + number);
    }

    @Override
    public void attemptEnded(CallInfo call, int number, Attempt attempt) {
      lines.add(
          "attempt "
              + number
              + " ended: "
              + attempt.result()
              + " "
              + attempt.status()
              + " "
              + attempt.requestId());
    }

    @Override
    public void backoffStarted(CallInfo call, Duration pause) {
      lines.add("pausing");
    }

    @Override
    public void callEnded(
        CallInfo call, List<Attempt> attempts, Duration took, @Nullable Throwable failure) {
      lines.add(
          "ended after "
              + attempts.size()
              + ": "
              + (failure == null ? "null" : failure.getClass().getSimpleName()));
    }
  }
}
