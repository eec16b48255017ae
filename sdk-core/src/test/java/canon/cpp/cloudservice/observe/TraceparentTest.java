package canon.cpp.cloudservice.observe;

import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.harness.Listing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {
  private static final String CURRENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
  private static final String GENERATED = "00-[0-9a-f]{32}-[0-9a-f]{16}-01";

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void allAttemptsOfACallJoinTheTraceOfTheHost(ExecutionMode mode) {
    List<CallInfo> asked = new ArrayList<>();
    List<CallInfo> started = new CopyOnWriteArrayList<>();
    CallListener listener =
        new CallListener() {
          @Override
          public void callStarted(CallInfo call) {
            started.add(call);
          }
        };
    try (ClientHarness harness =
        new ClientHarness(status(503), site())
            .with(
                b ->
                    b.listener(listener)
                        .traceparent(
                            call -> {
                              asked.add(call);
                              return CURRENT;
                            }))) {

      mode.execute(harness.view().site().get());

      assertThat(harness.transport.sent("traceparent")).containsExactly(CURRENT, CURRENT);
      assertThat(asked).singleElement().isEqualTo(started.get(0));
      assertThat(started.get(0).traceparent()).isEqualTo(CURRENT);
    }
  }

  @Test
  void theHostIsAskedOnTheThreadThatStartsTheCall() {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    try (ClientHarness harness =
        new ClientHarness(site())
            .with(
                b ->
                    b.traceparent(
                        call -> {
                          threads.add(Thread.currentThread());
                          return null;
                        }))) {

      harness.view().site().get().execute();
      harness.view().site().get().executeAsync().join();

      assertThat(threads).containsExactly(Thread.currentThread(), Thread.currentThread());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "elephants",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        CURRENT + "\r\nX-Evil: 1"
      })
  void anInvalidTraceparentIsReplaced(String invalid) {
    try (ClientHarness harness =
        new ClientHarness(site()).with(b -> b.traceparent(call -> invalid))) {

      harness.view().site().get().execute();

      assertThat(harness.transport.sent("traceparent").get(0)).matches(GENERATED);
    }
  }

  @Test
  void aHostThatHasNoTraceOrFailsDoesNotFailTheCall() {
    List<@Nullable Throwable> failures = new ArrayList<>();
    failures.add(null);
    failures.add(new IllegalStateException("?"));
    failures.add(new NoSuchMethodError("?"));
    for (Throwable failure : failures) {
      try (ClientHarness harness =
          new ClientHarness(site()).with(b -> b.traceparent(call -> failing(failure)))) {

        harness.view().site().get().execute();

        assertThat(harness.transport.sent("traceparent").get(0)).matches(GENERATED);
      }
    }
  }

  private static @Nullable String failing(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    return null;
  }

  @Test
  void aHeaderOfTheCallTakesPrecedence() {
    try (ClientHarness harness =
        new ClientHarness(site()).with(b -> b.traceparent(call -> GENERATED))) {

      harness.view().site().get().header("Traceparent", CURRENT).execute();

      assertThat(harness.transport.sent("traceparent")).containsExactly(CURRENT);
    }
  }

  @Test
  void allPagesOfAListCanShareATrace() {
    try (ClientHarness harness = new ClientHarness(Listing.counting(25))) {
      long count = harness.view().users().list().header("traceparent", CURRENT).stream().count();

      assertThat(count).isEqualTo(25);
      assertThat(harness.transport.sent("traceparent")).containsExactly(CURRENT, CURRENT, CURRENT);
    }
  }

  @Test
  void diagnosisJoinsTheTraceOfTheHost() {
    try (ClientHarness harness =
        new ClientHarness(status(401)).with(b -> b.traceparent(call -> CURRENT))) {

      assertThat(harness.view().diagnose().execute()).isNotNull();

      assertThat(harness.transport.sent("traceparent")).isNotEmpty().containsOnly(CURRENT);
    }
  }

  /** A listener that keeps a span for each call must not mix up calls in the same trace. */
  @Test
  void concurrentCallsInOneTraceAreDifferent() {
    Map<CallInfo, String> spans = new HashMap<>();
    List<String> ended = new ArrayList<>();
    CallListener listener =
        new CallListener() {
          @Override
          public synchronized void callStarted(CallInfo call) {
            spans.put(call, "span " + spans.size());
          }

          @Override
          public synchronized void callEnded(
              CallInfo call,
              List<Attempt> attempts,
              Duration duration,
              @Nullable Throwable failure) {
            ended.add(spans.remove(call));
          }
        };
    HeldReply first = new HeldReply();
    try (ClientHarness harness =
        new ClientHarness(first, site())
            .with(b -> b.listener(listener).traceparent(call -> CURRENT))) {
      CompletableFuture<?> held = harness.view().site().get().executeAsync();
      first.awaitRequest();

      harness.view().site().get().execute();
      first.release(site());
      held.join();

      assertThat(ended).containsExactlyInAnyOrder("span 0", "span 1");
      assertThat(spans).isEmpty();
    }
  }

  @Test
  void anotherTraceparentKeepsTheIdentityOfTheCall() {
    CallInfo call = new CallInfo("getSite", "GET /v1/site", null, CURRENT);

    assertThat(call.withTraceparent(GENERATED)).isEqualTo(call).hasSameHashCodeAs(call);
    assertThat(new CallInfo("getSite", "GET /v1/site", null, CURRENT)).isNotEqualTo(call);
    assertThat(call).hasToString("CallInfo[getSite, GET /v1/site, " + CURRENT + "]");
  }
}
