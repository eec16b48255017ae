package canon.cpp.cloudservice.internal.jdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.SocketServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tested JDKs have the tasks that run at once. */
@Timeout(60)
class ClientTasksTest {
  private static final int CALLS = 20;

  private final ExecutorService pool = Executors.newCachedThreadPool();

  /** The tasks that the selector thread handed to threads of the transport. */
  private final AtomicInteger handedOver = new AtomicInteger();

  /** Whether the next task is awaited by the thread that hands it over. */
  private final AtomicBoolean waits = new AtomicBoolean();

  private final ClientTasks tasks =
      new ClientTasks(
          task -> {
            if (isSelector(Thread.currentThread())) {
              handedOver.incrementAndGet();
            }
            CompletableFuture<Void> run = CompletableFuture.runAsync(task, pool);
            if (waits.getAndSet(false)) {
              run.join();
            }
          });
  private final HttpClient client = HttpClient.newBuilder().executor(tasks).build();

  @AfterEach
  void stop() {
    pool.shutdown();
  }

  @Test
  void exchangesRunInTheSelectorThread() throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, "well"))) {
      assertThat(handedOverBy(server)).isZero();
    }
  }

  @Test
  void whileAChunkedBodyIsExpectedTheSelectorThreadRunsNoExchange() throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, "well"))) {
      tasks.chunkedBodyStarted();
      assertThat(handedOverBy(server)).isGreaterThanOrEqualTo(CALLS);

      tasks.chunkedBodyEnded();
      assertThat(handedOverBy(server)).isZero();
    }
  }

  @Test
  void afterATunnelTheSelectorThreadRunsNoExchange() throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, "well"))) {
      tasks.tunnelRequested();

      assertThat(handedOverBy(server)).isGreaterThanOrEqualTo(CALLS);
    }
  }

  @Test
  void anotherThreadThanTheSelectorDoesNotRunTasks() {
    CompletableFuture<Thread> thread = CompletableFuture.supplyAsync(Thread::currentThread, tasks);

    assertThat(thread.join()).isNotSameAs(Thread.currentThread());
  }

  /** The client then goes on in the thread that reads the headers, whichever one requests bytes. */
  @Test
  void aBodyThatIsRequestedDuringItsHeadersIsNotParsedByTheSelectorThread() throws Exception {
    Thread caller = Thread.currentThread();
    try (SocketServer server =
        SocketServer.clear(
            request -> {
              // If the response were there before, the caller itself would read its headers.
              while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
              }
              // The first task that the selector thread hands over makes it read the body, too.
              waits.set(true);
              request.write(
                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nwell\r\n0\r\n\r\n");
            })) {
      EarlyRequest early = new EarlyRequest(new BodyReader(anyRequest(), tasks));
      HttpRequest request =
          HttpRequest.newBuilder(server.uri("/")).version(Version.HTTP_1_1).build();

      BodyReader reader = client.send(request, early).body();

      assertThat(new String(reader.read().get(), UTF_8)).isEqualTo("well");
      assertThat(early.subscribers).allMatch(ClientTasksTest::isSelector);
      assertThat(early.parsers).isNotEmpty().noneMatch(ClientTasksTest::isSelector);
    }
  }

  /** Requests the body before the thread that has read the headers returns. */
  private final class EarlyRequest implements BodyHandler<BodyReader>, BodySubscriber<BodyReader> {
    private final BodyReader reader;
    private final Queue<Thread> subscribers = new ConcurrentLinkedQueue<>();
    private final Queue<Thread> parsers = new ConcurrentLinkedQueue<>();

    private EarlyRequest(BodyReader reader) {
      this.reader = reader;
    }

    @Override
    public BodySubscriber<BodyReader> apply(ResponseInfo info) {
      BodySubscriber<BodyReader> unused = reader.apply(info);
      return this;
    }

    @Override
    public CompletionStage<BodyReader> getBody() {
      return reader.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription upstream) {
      subscribers.add(Thread.currentThread());
      CountDownLatch requested = new CountDownLatch(1);
      reader.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long n) {
              upstream.request(n);
              requested.countDown();
            }

            @Override
            public void cancel() {
              upstream.cancel();
            }
          });
      CompletableFuture<byte[]> unused = reader.read();
      while (requested.getCount() > 0 && !tasks.isAwaited()) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      parsers.add(Thread.currentThread());
      reader.onNext(buffers);
    }

    @Override
    public void onError(Throwable failure) {
      reader.onError(failure);
    }

    @Override
    public void onComplete() {
      reader.onComplete();
    }
  }

  private static boolean isSelector(Thread thread) {
    return thread.getName().endsWith("SelectorManager");
  }

  /** Returns how many tasks of exchanges the selector thread hands over. */
  private int handedOverBy(SocketServer server) throws Exception {
    int before = handedOver.get();
    for (int i = 0; i < CALLS; i++) {
      send(server);
    }
    return handedOver.get() - before;
  }

  private static canon.cpp.cloudservice.http.HttpRequest anyRequest() {
    return canon.cpp.cloudservice.http.HttpRequest.of(
        "GET", URI.create("http://127.0.0.1/"), Duration.ofSeconds(1));
  }

  private void send(SocketServer server) throws Exception {
    BodyReader reader = new BodyReader(anyRequest(), tasks);
    HttpRequest request = HttpRequest.newBuilder(server.uri("/")).version(Version.HTTP_1_1).build();
    byte[] body = client.send(request, reader).body().read().get();
    assertThat(new String(body, UTF_8)).isEqualTo("well");
  }
}
