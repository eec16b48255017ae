package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A change whose connection is still being opened when its call ends is {@code NOT_SENT}. */
@Timeout(60)
class NeverSentTest {
  /** Connections are made, but TLS never is: nothing accepts them. */
  @AutoClose private final ServerSocket mute;

  private @Nullable Socket accepted;

  private final CompletableFuture<List<Attempt>> attempts = new CompletableFuture<>();

  NeverSentTest() throws IOException {
    mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void closeConnection() throws IOException {
    if (accepted != null) {
      accepted.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whenItsDeadlineIsExceeded(TransportCase transports) {
    try (HttpTransport transport = transports.open();
        CloudServiceClient client = client(transport)) {
      var failure =
          transports
              .mode()
              .failure(
                  CloudServiceException.class,
                  client
                      .withToken("token")
                      .remoteControl()
                      .activate()
                      .timeout(Duration.ofMillis(100)));

      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure.attempts()).extracting(Attempt::outcome).containsExactly(Outcome.NOT_SENT);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = ".*_ASYNC")
  void whenItsFutureIsCancelled(TransportCase transports) {
    try (HttpTransport transport = transports.open()) {
      CloudServiceClient client = client(transport);
      var call = client.withToken("token").remoteControl().activate().executeAsync();

      assertThat(call.cancel(true)).isTrue();

      assertThat(attempts.join())
          .allSatisfy(attempt -> assertThat(attempt.outcome()).isEqualTo(Outcome.NOT_SENT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whenItsClientIsClosed(TransportCase transports) throws IOException {
    try (HttpTransport transport = transports.open()) {
      CloudServiceClient client = client(transport);
      var call = transports.mode().start(client.withToken("token").remoteControl().activate());
      awaitConnection();

      client.close();

      assertThat(ExecutionMode.failure(CloudServiceException.class, call).outcome())
          .isEqualTo(Outcome.NOT_SENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whenItsTransportIsClosed(TransportCase transports) throws IOException {
    HttpTransport transport = transports.open();
    try (CloudServiceClient client = client(transport)) {
      var call = transports.mode().start(client.withToken("token").remoteControl().activate());
      awaitConnection();

      transport.close();

      assertThat(ExecutionMode.failure(CloudServiceException.class, call).outcome())
          .isEqualTo(Outcome.NOT_SENT);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = ".*_BLOCKING")
  void whenItsThreadIsInterrupted(TransportCase transports) throws IOException {
    try (HttpTransport transport = transports.open();
        CloudServiceClient client = client(transport)) {
      CompletableFuture<Thread> caller = new CompletableFuture<>();
      CompletableFuture<Outcome> outcome =
          Threads.start(
              () -> {
                caller.complete(Thread.currentThread());
                return ExecutionMode.BLOCKING
                    .failure(
                        CloudServiceException.class,
                        client.withToken("token").remoteControl().activate())
                    .outcome();
              });
      awaitConnection();

      caller.join().interrupt();

      assertThat(outcome.join()).isEqualTo(Outcome.NOT_SENT);
    }
  }

  /** Waits until the call has a connection, on which it then waits for TLS. */
  private void awaitConnection() throws IOException {
    accepted = mute.accept();
  }

  private CloudServiceClient client(HttpTransport transport) {
    return CloudServiceClient.builder(URI.create("https://localhost:" + mute.getLocalPort()))
        .transport(transport)
        .retryPolicy(RetryPolicy.none())
        .listener(
            new CallListener() {
              @Override
              public void callEnded(
                  CallInfo call, List<Attempt> ended, Duration took, @Nullable Throwable failure) {
                attempts.complete(ended);
              }
            })
        .executor(Runnable::run)
        .build();
  }
}
