package canon.cpp.cloudservice.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Whoever demands a body in chunks may have to parse it, and may never come back from that. */
class BodyReaderTest {
  private static final Map<String, List<String>> IN_CHUNKS =
      Map.of("Transfer-Encoding", List.of("chunked"));

  private final Queue<Runnable> elsewhere = new ArrayDeque<>();
  private final List<String> said = new ArrayList<>();
  private final BodyReader reader = new BodyReader(4, elsewhere::add);

  @Test
  void aBodyOfKnownLengthIsDemandedAtOnce() {
    begin(Map.of("Content-Length", List.of("4")));

    assertThat(said).containsExactly("request");
    assertThat(reader.getBody().toCompletableFuture()).isNotDone();

    finish("well");

    assertThat(reader.getBody().toCompletableFuture()).isCompletedWithValue(reader);
    assertThat(reader.read()).isCompletedWithValueMatching(is("well"));
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void ofABodyInChunksTheHeadersComeFirst() {
    begin(IN_CHUNKS);

    assertThat(reader.getBody().toCompletableFuture()).isCompletedWithValue(reader);
    assertThat(said).isEmpty();
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void aBodyInChunksIsDemandedElsewhere() {
    begin(IN_CHUNKS);
    var body = reader.read();
    assertThat(said).isEmpty();

    elsewhere.remove().run();
    assertThat(said).containsExactly("request");
    assertThat(body).isNotDone();

    finish("well");
    assertThat(body).isCompletedWithValueMatching(is("well"));
  }

  @Test
  void aBodyInChunksIsDemandedEvenIfItsSubscriptionComesLate() {
    reader.apply(new Head(IN_CHUNKS));
    var body = reader.read();
    reader.onSubscribe(new Said());
    elsewhere.remove().run();
    finish("well");

    assertThat(said).containsExactly("request");
    assertThat(body).isCompleted();
  }

  @Test
  void theSubscriptionIsCancelledElsewhere() {
    begin(IN_CHUNKS);
    var body = reader.read();
    reader.timeOut();

    assertThat(body).isCompletedExceptionally();
    assertThat(said).isEmpty();

    elsewhere.forEach(Runnable::run);
    assertThat(said).containsExactly("request", "cancel");
  }

  @Test
  void whatIsReadIsNotCancelled() {
    begin(Map.of());
    finish("");
    reader.cancel();

    assertThat(elsewhere).isEmpty();
    assertThat(reader.read()).isCompletedWithValueMatching(is(""));
  }

  @Test
  void whatIsLongerThanAllowedIsCancelled() {
    begin(Map.of());
    finish("much more");
    elsewhere.remove().run();

    assertThat(said).containsExactly("request", "cancel");
    assertThat(reader.read())
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(BodyTooLargeException.class);
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
      said.add("request");
    }

    @Override
    public void cancel() {
      said.add("cancel");
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
