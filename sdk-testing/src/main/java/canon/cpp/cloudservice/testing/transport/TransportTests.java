package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** The base of all tests. It closes what a test opens, and every test has a time limit. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class TransportTests {
  /** A timeout for exchanges that succeed, also on a busy machine. */
  static final Duration LONG_TIMEOUT = Duration.ofSeconds(20);

  /** Added to the expected duration of a timeout, because the machine may be busy. */
  static final Duration TOLERANCE = Duration.ofSeconds(3);

  private final KitContext context;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  TransportTests(KitContext context) {
    this.context = context;
  }

  @AfterEach
  void closeAll() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  final <T extends AutoCloseable> T closing(T resource) {
    opened.push(resource);
    return resource;
  }

  final HttpTransport transport() {
    return transport(TransportSetup.PLAIN);
  }

  final HttpTransport transport(TransportSetup setup) {
    return closing(context.kit().open(setup));
  }

  /** Returns whether the transport never sends a request twice by itself. */
  final boolean sendsOnce() {
    return context.kit().sendsOnce();
  }

  /** Returns whether a 407 without a proxy is a response, not a failure. */
  final boolean returnsStatus407() {
    return context.kit().returnsStatus407();
  }

  final TestServer server(TestServer.Handler handler) {
    return closing(TestServer.clear(handler));
  }

  final HttpResponse send(HttpTransport transport, HttpRequest request)
      throws InterruptedException {
    return context.mode().send(transport, request);
  }

  /** Sends a request through a new transport. */
  final HttpResponse send(HttpRequest request) throws InterruptedException {
    return send(transport(), request);
  }

  final HttpTransportException failure(HttpTransport transport, HttpRequest request) {
    return assertThrows(HttpTransportException.class, () -> send(transport, request));
  }

  final HttpTransportException failure(HttpRequest request) {
    return failure(transport(), request);
  }

  static HttpRequest get(URI uri) {
    return HttpRequest.of("GET", uri, LONG_TIMEOUT);
  }

  static HttpRequest post(URI uri, String json) {
    return HttpRequest.of("POST", uri, LONG_TIMEOUT)
        .withHeader("Content-Type", "application/json")
        .withBody(bytes(json));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(HttpResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  static void assertFailure(Reason reason, boolean mayHaveBeenSent, HttpTransportException e) {
    assertEquals(reason, e.reason(), e::toString);
    assertEquals(mayHaveBeenSent, e.mayHaveBeenSent(), e::toString);
  }
}
