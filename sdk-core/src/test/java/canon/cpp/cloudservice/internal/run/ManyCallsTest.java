package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManyCallsTest {
  private static final int CALLS = 1000;

  private final ClientHarness harness = new ClientHarness();
  private final List<HeldReply> exchanges = new ArrayList<>();

  @AfterEach
  void end() {
    harness.close();
  }

  @Test
  void aThousandConcurrentAsynchronousCallsShareAFewThreads() {
    holdAnswers();
    Set<String> completing = ConcurrentHashMap.newKeySet();
    Set<String> asked = ConcurrentHashMap.newKeySet();
    TokenProvider provider =
        request -> {
          asked.add(Thread.currentThread().getName());
          return AccessToken.of("token");
        };
    List<CompletableFuture<Site>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(
          harness
              .client()
              .withTokenProvider(provider)
              .site()
              .get()
              .executeAsync()
              .whenComplete((site, failure) -> completing.add(Thread.currentThread().getName())));
    }

    exchanges.forEach(HeldReply::awaitRequest);
    exchanges.forEach(exchange -> exchange.release(site()));

    assertThat(calls).allSatisfy(call -> assertThat(call.join().id()).isEqualTo("sit_1"));
    assertThat(completing)
        .hasSizeBetween(1, 8)
        .allMatch(name -> name.matches("prismasync-\\d+-client-\\d+"));
    assertThat(asked)
        .hasSizeBetween(1, 8)
        .allMatch(name -> name.matches("prismasync-\\d+-token-\\d+"));
  }

  @Test
  void aThousandConcurrentBlockingCallsRunInVirtualThreads() throws ReflectiveOperationException {
    assumeTrue(Runtime.version().feature() >= 21, "virtual threads need JDK 21");
    var start = Thread.class.getMethod("startVirtualThread", Runnable.class);
    holdAnswers();
    List<CompletableFuture<Site>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      CompletableFuture<Site> call = new CompletableFuture<>();
      calls.add(call);
      Runnable caller =
          () -> {
            try {
              call.complete(harness.view().site().get().execute());
            } catch (RuntimeException e) {
              call.completeExceptionally(e);
            }
          };
      start.invoke(null, caller);
    }

    exchanges.forEach(HeldReply::awaitRequest);
    exchanges.forEach(exchange -> exchange.release(site()));

    assertThat(calls).allSatisfy(call -> assertThat(call.join().id()).isEqualTo("sit_1"));
  }

  @Test
  void blockingCallsInContinuationsGetTheirTokens() {
    harness.replies(site());
    TokenProvider provider = request -> AccessToken.of("token");
    var site = harness.client().withTokenProvider(provider).site();
    List<CompletableFuture<Site>> calls = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      calls.add(site.get().executeAsync().thenApply(first -> site.get().execute()));
    }

    assertThat(calls).allSatisfy(call -> assertThat(call.join().id()).isEqualTo("sit_1"));
  }

  private void holdAnswers() {
    for (int i = 0; i < CALLS; i++) {
      exchanges.add(new HeldReply());
    }
    harness.replies(exchanges.toArray(new Reply[0]));
  }
}
