package canon.cpp.cloudservice.testing.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.faults.FaultEffect;
import canon.cpp.cloudservice.testing.internal.faults.FaultSpec;
import canon.cpp.cloudservice.testing.internal.server.JdkServer;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are held, over real sockets. */
class ServiceHandlerTest {
  /** More than the server has threads. */
  private static final int MANY = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FakeContext parts = new FakeContext(new FakeClock());
  private final CompletableFuture<Void> gate = new CompletableFuture<>();
  private final CompletableFuture<Void> reached = new CompletableFuture<>();
  private final NamingTimer timer = new NamingTimer(parts.clock());
  private final JdkServer server = JdkServer.inClear("held");
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    server.start(new ServiceHandler(parts.service(), parts.clock(), timer));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void heldRequestsDoNotBlockOthers() throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(MANY);
    hold(
        FaultSpec.on("getSite")
            .when(
                request -> {
                  arrived.countDown();
                  return true;
                }));
    List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      held.add(ask("/v1/site"));
    }

    assertThat(arrived.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(ask("/v1/users").join().statusCode()).isEqualTo(401);
    assertThat(held).noneMatch(CompletableFuture::isDone);
    gate.complete(null);

    assertThat(held).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(401));
  }

  @Test
  void theReleasingThreadDoesNotWriteTheResponse() {
    hold(FaultSpec.on("getSite").with(FaultEffect.slowBody(Duration.ofSeconds(1))));
    CompletableFuture<HttpResponse<String>> held = ask("/v1/site");
    reached.join();

    gate.complete(null);

    assertThat(held.join().statusCode()).isEqualTo(401);
    assertThat(timer.threads).isNotEmpty().allMatch(name -> name.startsWith("held-"));
  }

  @Test
  void heldRequestsLoseTheirConnectionWhenTheServerCloses() {
    hold(FaultSpec.on("getSite"));
    CompletableFuture<HttpResponse<String>> held = ask("/v1/site");
    reached.join();

    server.close();
    gate.complete(null);

    assertThatThrownBy(held::join).isInstanceOf(CompletionException.class);
  }

  /** Holds a request even without a token; the rules are not the subject of the test. */
  private void hold(FaultSpec spec) {
    FaultEffect held =
        new FaultEffect(
            "hold",
            (arrival, next) -> {
              reached.complete(null);
              return gate.thenCompose(open -> next.apply(arrival));
            });
    parts.faults().add(spec.with(held));
  }

  private CompletableFuture<HttpResponse<String>> ask(String path) {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    return client.sendAsync(
        HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  /** Records the threads on which a request waited. */
  private static final class NamingTimer implements Timer {
    private final FakeClock clock;
    private final ConcurrentLinkedQueue<String> threads = new ConcurrentLinkedQueue<>();

    NamingTimer(FakeClock clock) {
      this.clock = clock;
    }

    @Override
    public long nanoTime() {
      return clock.nanoTime();
    }

    @Override
    public CompletableFuture<Void> pause(Duration duration) {
      threads.add(Thread.currentThread().getName());
      return clock.pause(duration);
    }

    @Override
    public CompletableFuture<Void> timeout(Duration duration) {
      return clock.timeout(duration);
    }
  }
}
