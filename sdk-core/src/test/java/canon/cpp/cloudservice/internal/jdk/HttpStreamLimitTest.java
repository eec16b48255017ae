package canon.cpp.cloudservice.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.Http2Server;
import canon.cpp.cloudservice.harness.Replies;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.remotecontrol.Activation;
import canon.cpp.cloudservice.retry.RetryPolicy;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More calls than the HTTP/2 stream limit of the server wait for a stream, in their order. */
@Timeout(60)
class HttpStreamLimitTest {
  private static final int LIMIT = 4;
  private static final int CALLS = 40;

  /** A request that the server holds. */
  private record Held(int stream, String key, AsyncContext context) {}

  private final BlockingQueue<Held> held = new LinkedBlockingQueue<>();
  private final Http2Server server = new Http2Server(LIMIT, new HoldingHandler());
  private final HttpTransport transport = TransportCase.JDK_ASYNC.open();
  private final CloudServiceClient client =
      CloudServiceClient.builder(server.uri())
          .transport(transport)
          .timeout(Duration.ofSeconds(30))
          .retryPolicy(RetryPolicy.none())
          .executor(Runnable::run)
          .build();
  private final CloudServiceClient view = client.withToken("token");

  /** Holds each request until the test releases it. */
  private final class HoldingHandler extends AbstractHandler {
    @Override
    public void handle(
        String target, Request jetty, HttpServletRequest request, HttpServletResponse response) {
      jetty.setHandled(true);
      held.add(
          new Held(
              Http2Server.streamOf(jetty),
              request.getHeader("Idempotency-Key"),
              jetty.startAsync()));
    }
  }

  /** With an open connection, all calls of a test use that one. */
  @BeforeEach
  void openConnection() throws InterruptedException {
    CompletableFuture<Response<Activation>> first = start("first");
    release(held.take());
    assertThat(first.join().status()).isEqualTo(200);
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    transport.close();
    server.close();
  }

  @Test
  void asynchronousCallsBeyondTheLimitAllSucceedWithOneAttempt() throws InterruptedException {
    List<CompletableFuture<Response<Activation>>> calls =
        IntStream.range(0, CALLS).mapToObj(i -> start("" + i)).toList();

    for (int i = 0; i < CALLS; i++) {
      release(held.take());
    }

    assertThat(calls)
        .allSatisfy(
            call -> {
              assertThat(call.join().status()).isEqualTo(200);
              assertThat(call.join().attempts()).isEqualTo(1);
            });
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void blockingCallsBeyondTheLimitAllSucceedWithOneAttempt() throws InterruptedException {
    List<CompletableFuture<Integer>> calls =
        Threads.start(
            CALLS, () -> view.remoteControl().activate().withResponse().execute().attempts());

    for (int i = 0; i < CALLS; i++) {
      release(held.take());
    }

    assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(1));
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void waitingCallsAreSentInTheOrderInWhichTheyStarted() throws InterruptedException {
    List<CompletableFuture<Response<Activation>>> calls = new ArrayList<>();
    List<Held> received = new ArrayList<>();
    for (int i = 0; i < LIMIT; i++) {
      calls.add(start("" + i));
      received.add(held.take());
    }
    for (int i = LIMIT; i < CALLS; i++) {
      calls.add(start("" + i));
    }
    StreamQueue queue = ((JdkHttpTransport) transport).context().streams(server.uri().toString());
    Threads.await(() -> queue.waiting() == CALLS - LIMIT);

    for (int i = 0; i < CALLS; i++) {
      release(received.get(i));
      if (received.size() < CALLS) {
        received.add(held.take());
      }
    }

    assertThat(calls).allSatisfy(call -> assertThat(call.join().status()).isEqualTo(200));
    received.sort(Comparator.comparing(Held::stream));
    assertThat(received)
        .extracting(Held::key)
        .containsExactlyElementsOf(IntStream.range(0, CALLS).mapToObj(i -> "" + i).toList());
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatGetsNoStreamBeforeItsDeadlineWasNotSent(ExecutionMode mode)
      throws InterruptedException {
    List<CompletableFuture<Response<Activation>>> calls =
        IntStream.range(0, LIMIT).mapToObj(i -> start("" + i)).toList();
    List<Held> received = new ArrayList<>();
    for (int i = 0; i < LIMIT; i++) {
      received.add(held.take());
    }

    var failure =
        mode.failure(
            CloudServiceException.class,
            view.remoteControl().activate().timeout(Duration.ofMillis(100)));

    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.attempts()).extracting(Attempt::outcome).containsExactly(Outcome.NOT_SENT);
    received.forEach(HttpStreamLimitTest::release);
    assertThat(calls).allSatisfy(call -> assertThat(call.join().status()).isEqualTo(200));
    assertThat(held).as("the call was never sent").isEmpty();
  }

  private CompletableFuture<Response<Activation>> start(String key) {
    return view.remoteControl().activate().idempotencyKey(key).withResponse().executeAsync();
  }

  private static void release(Held request) {
    try {
      var response = (HttpServletResponse) request.context().getResponse();
      response.setContentType("application/json");
      response.getWriter().write(Replies.ACTIVATED);
      request.context().complete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
