package canon.cpp.cloudservice.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.http.HttpRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The thread that requests a chunked body may have to parse it, and may never return from that. */
class BodyReaderTest {
  private static final Map<String, List<String>> CHUNKED =
      Map.of("Transfer-Encoding", List.of("chunked"));

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final List<String> events = new ArrayList<>();
  private final ClientTasks clientTasks = new ClientTasks(tasks::add);
  private final BodyReader reader =
      new BodyReader(
          HttpRequest.of("GET", URI.create("http://127.0.0.1/"), Duration.ofSeconds(1))
              .withHeader("Attempt-Id", "mine")
              .withMaxBodyBytes(4),
          clientTasks);

  @Test
  void aBodyOfKnownLengthIsRequestedAtOnce() {
    begin(Map.of("Content-Length", List.of("4")));

    assertThat(events).containsExactly("request");
    assertThat(reader.getBody().toCompletableFuture()).isNotDone();

    finish("well");

    assertThat(reader.getBody().toCompletableFuture()).isCompletedWithValue(reader);
    assertThat(reader.read()).isCompletedWithValueMatching(is("well"));
    assertThat(tasks).isEmpty();
  }

  @Test
  void theHeadersOfAChunkedBodyAreDeliveredFirst() {
    begin(CHUNKED);

    assertThat(reader.getBody().toCompletableFuture()).isCompletedWithValue(reader);
    assertThat(events).isEmpty();
    assertThat(tasks).isEmpty();
  }

  @Test
  void aChunkedBodyIsRequestedOnTheExecutor() {
    begin(CHUNKED);
    var body = reader.read();
    assertThat(events).isEmpty();

    tasks.remove().run();
    assertThat(events).containsExactly("request");
    assertThat(body).isNotDone();

    finish("well");
    assertThat(body).isCompletedWithValueMatching(is("well"));
  }

  @Test
  void aChunkedBodyIsRequestedAfterALateSubscription() {
    reader.apply(new Head(CHUNKED));
    var body = reader.read();
    reader.onSubscribe(new Said());
    tasks.remove().run();
    finish("well");

    assertThat(events).containsExactly("request");
    assertThat(body).isCompleted();
  }

  @Test
  void theSubscriptionIsCancelledOnTheExecutor() {
    begin(CHUNKED);
    var body = reader.read();
    reader.timeOut();

    assertThat(body).isCompletedExceptionally();
    assertThat(events).isEmpty();

    tasks.forEach(Runnable::run);
    assertThat(events).containsExactly("request", "cancel");
  }

  @Test
  void noThreadOfTheClientParsesWhileAChunkedBodyIsExpected() {
    assertThat(clientTasks.parsesAtOnce()).isTrue();
    begin(CHUNKED);
    assertThat(clientTasks.parsesAtOnce()).isFalse();

    finish("well");
    assertThat(clientTasks.parsesAtOnce()).isTrue();
  }

  @Test
  void noThreadOfTheClientParsesUntilAChunkedBodyIsCancelled() {
    begin(CHUNKED);
    reader.timeOut();
    reader.cancel();
    assertThat(clientTasks.parsesAtOnce()).isFalse();

    tasks.forEach(Runnable::run);
    assertThat(clientTasks.parsesAtOnce()).isTrue();

    reader.onError(new IOException("closed"));
    assertThat(clientTasks.parsesAtOnce()).isTrue();
  }

  @Test
  void aChunkedBodyThatFailsIsNotExpectedAnyMore() {
    begin(CHUNKED);
    reader.onError(new IOException("connection reset"));

    assertThat(clientTasks.parsesAtOnce()).isTrue();
  }

  @Test
  void aCompleteBodyIsNotCancelled() {
    begin(Map.of());
    finish("");
    reader.cancel();

    assertThat(tasks).isEmpty();
    assertThat(reader.read()).isCompletedWithValueMatching(is(""));
  }

  @Test
  void aTooLongBodyIsCancelled() {
    begin(Map.of());
    finish("much more");
    tasks.remove().run();

    assertThat(events).containsExactly("request", "cancel");
    assertThat(reader.read())
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(BodyTooLargeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length", "Transfer-Encoding"})
  void theBodyOfAResponseToAnotherRequestIsNotRead(String header) {
    begin(Map.of("Attempt-Id", List.of("another"), header, List.of("0")));

    assertThat(events).containsExactly("cancel");
    assertThat(reader.isForeign()).isTrue();
    assertThat(reader.getBody().toCompletableFuture())
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(ForeignResponseException.class);
    assertThat(clientTasks.parsesAtOnce()).isTrue();
  }

  @Test
  void theBodyOfAResponseToThisRequestIsRead() {
    begin(Map.of("Attempt-Id", List.of("mine")));

    assertThat(events).containsExactly("request");
    assertThat(reader.isForeign()).isFalse();
  }

  private static Predicate<byte[]> is(String text) {
    return body -> new String(body, StandardCharsets.UTF_8).equals(text);
  }

  private void begin(Map<String, List<String>> headers) {
    reader.apply(new Head(headers));
    reader.onSubscribe(new Said());
  }

  private void finish(String text) {
    reader.onNext(List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    reader.onComplete();
  }

  private final class Said implements Flow.Subscription {
    @Override
    public void request(long n) {
      events.add("request");
    }

    @Override
    public void cancel() {
      events.add("cancel");
    }
  }

  private record Head(Map<String, List<String>> fields) implements ResponseInfo {
    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(fields, (name, value) -> true);
    }

    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }
}
