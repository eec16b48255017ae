package canon.cpp.cloudservice.testing.internal.endpoints;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.testing.internal.service.FakeService;
import canon.cpp.cloudservice.testing.internal.wire.HttpDates;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.ResponseDelivery;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint without a network. A request is handled on the thread that sends it, also in the
 * asynchronous form, so that a single-threaded test is deterministic. Only a request that a fault
 * holds is completed later. Timeouts use the clock of the fake.
 */
public final class InProcessEndpoint implements HttpTransport {
  /** The address of the fake; no real host can have this name (RFC 2606). */
  public static final URI ADDRESS = URI.create("https://cloud-service.fake.invalid");

  private final FakeService service;
  private final Clock clock;
  private final Timer timer;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  public InProcessEndpoint(FakeService service, Clock clock, Timer timer) {
    this.service = service;
    this.clock = clock;
    this.timer = timer;
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      return sendAsync(request).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HttpTransportException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    if (closed.isDone()) {
      return failed(Reason.CLOSED, false, "The transport is closed");
    }
    if (!isHere(request.uri())) {
      return failed(Reason.CONNECT, false, "The in-process fake answers only at " + ADDRESS);
    }
    CompletableFuture<HttpResponse> result = new CompletableFuture<>();
    // Checked before the request is handled: a fault may advance the clock meanwhile.
    CompletableFuture<Void> alarm = timer.timeout(request.responseTimeout());
    var onAlarm =
        alarm.thenRun(
            () ->
                result.completeExceptionally(
                    failure(Reason.TIMEOUT, true, "The request timed out")));
    var unused = result.whenComplete((response, failure) -> giveUp(alarm, onAlarm));
    var handled =
        service
            .handle(read(request))
            .thenAccept(answer -> pass(answer, request.maxBodyBytes(), result))
            .exceptionally(broken -> fail(result, broken));
    if (!handled.isDone()) {
      giveUpWhenClosed(result);
    }
    return result;
  }

  /** For example a response that would take longer than the clock can still run. */
  private static @Nullable Void fail(CompletableFuture<HttpResponse> result, Throwable broken) {
    result.completeExceptionally(broken);
    return null;
  }

  /** The request is held; the transport may be closed meanwhile. */
  private void giveUpWhenClosed(CompletableFuture<HttpResponse> result) {
    var onClose =
        closed.thenRun(
            () ->
                result.completeExceptionally(
                    failure(Reason.CLOSED, true, "The transport was closed")));
    var unused = result.whenComplete((response, failure) -> onClose.cancel(false));
  }

  private static void giveUp(Future<?> alarm, Future<?> onAlarm) {
    alarm.cancel(false);
    onAlarm.cancel(false);
  }

  @Override
  public void close() {
    closed.complete(null);
  }

  private static boolean isHere(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme())
        && ADDRESS.getHost().equalsIgnoreCase(uri.getHost())
        && (uri.getPort() == -1 || uri.getPort() == 443);
  }

  private static ServiceRequest read(HttpRequest request) {
    Map<String, List<String>> headers = new HashMap<>();
    request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    byte[] sent = request.body();
    byte[] body = sent == null ? new byte[0] : sent;
    int kept = Math.min(body.length, Limits.BODY_BYTES + 1);
    String path = request.uri().getRawPath();
    return new ServiceRequest(
        request.method(),
        path.isEmpty() ? "/" : path,
        request.uri().getRawQuery(),
        HttpHeaders.of(headers),
        Arrays.copyOf(body, kept));
  }

  private void pass(
      ServiceResponse answer, int maxBodyBytes, CompletableFuture<HttpResponse> result) {
    ResponseDelivery delivery = answer.delivery();
    if (delivery.begins()) {
      var unused = timer.pause(delivery.time());
    }
    if (answer.isDropped()) {
      result.completeExceptionally(
          failure(
              Reason.CONNECTION_LOST,
              true,
              "The connection was lost before the whole response was received"));
    } else if (answer.body().length > maxBodyBytes) {
      result.completeExceptionally(
          failure(Reason.MALFORMED_RESPONSE, true, "The response is larger than allowed"));
    } else {
      Map<String, List<String>> headers = new HashMap<>();
      headers.put("Date", List.of(HttpDates.of(clock.instant())));
      answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
      result.complete(
          new HttpResponse(answer.status(), HttpHeaders.of(headers), answer.body().clone()));
    }
  }

  private static HttpTransportException failure(Reason reason, boolean sent, String message) {
    return new HttpTransportException(reason, sent, message, null);
  }

  private static CompletableFuture<HttpResponse> failed(
      Reason reason, boolean sent, String message) {
    return CompletableFuture.failedFuture(failure(reason, sent, message));
  }
}
