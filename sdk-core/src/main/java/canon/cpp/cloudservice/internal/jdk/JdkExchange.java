package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.http.HeaderMap;
import canon.cpp.cloudservice.internal.http.Hop;
import canon.cpp.cloudservice.internal.http.ProxyCredentials;
import canon.cpp.cloudservice.internal.http.ProxyFailures;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import canon.cpp.cloudservice.internal.http.SendPermit;
import java.net.http.HttpClient.Version;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One transmission of a request: converts request, response and failure for the JDK's client. */
final class JdkExchange {
  private static final int PROXY_AUTHENTICATION = 407;

  /** Makes the client send requests of every method again when a connection is lost. */
  private static final boolean RETRIES_ALL =
      System.getProperty("jdk.httpclient.enableAllMethodRetry") != null;

  private final HttpRequest request;
  private final Duration timeout;
  private final Hop hop;
  private final ProxyRules rules;
  private final BooleanSupplier closed;
  private final @Nullable CountingBodyPublisher sending;
  private final SendPermit permit;
  private final Runnable onStart;

  /**
   * Creates an exchange.
   *
   * @param timeout the time that is left for the exchange
   * @param permit decides whether the request is sent
   * @param onStart runs when the client starts to send, or gets a request without a body publisher
   * @param onConnected runs when the client is known to have a connection for the request
   * @param closed whether the transport is closed
   */
  JdkExchange(
      HttpRequest request,
      Duration timeout,
      Hop hop,
      ProxyRules rules,
      SendPermit permit,
      Runnable onStart,
      Runnable onConnected,
      BooleanSupplier closed) {
    this.request = request;
    this.timeout = timeout;
    this.hop = hop;
    this.rules = rules;
    this.permit = permit;
    this.onStart = onStart;
    this.closed = closed;
    this.sending =
        isBodiless(request)
            ? null
            : new CountingBodyPublisher(
                request.body(),
                permit,
                () -> {
                  onStart.run();
                  onConnected.run();
                });
  }

  /**
   * Notes that the client gets the request now. Nothing tells when it sends a request without a
   * body publisher, so such a request counts as sent from here on.
   *
   * @param onRefusal runs if the client starts to send the request after the exchange was stopped
   * @throws HttpTransportException if the exchange was stopped
   */
  void begin(Runnable onRefusal) {
    if (sending != null) {
      sending.onRefusal(onRefusal);
    } else if (permit.use()) {
      onStart.run();
    } else {
      throw JdkFailures.stopped();
    }
  }

  BodyReader newReader(ClientTasks tasks) {
    return new BodyReader(request, tasks);
  }

  Hop hop() {
    return hop;
  }

  Duration timeout() {
    return timeout;
  }

  /**
   * Converts the request.
   *
   * @throws IllegalArgumentException if a header is one that the client sets itself
   */
  java.net.http.HttpRequest toJdk() {
    HeaderMap.Builder headers = HeaderMap.builder();
    // Without this header any coding is allowed.
    headers.put("Accept-Encoding", "identity");
    request.headers().forEach(headers::put);
    ProxyCredentials credentials = rules.credentials();
    if (credentials != null && hop.httpProxy() != null) {
      // The client sends it to the proxy only. An Authenticator would also respond to each 401.
      headers.put("Proxy-Authorization", credentials.basic());
    }
    return new JdkRequest(
        request.method(),
        request.uri(),
        timeout,
        hop.isHttps() ? Version.HTTP_2 : Version.HTTP_1_1,
        headers.build(),
        sending);
  }

  /** Reads the body and converts the response; called once the headers are received. */
  CompletableFuture<HttpResponse> response(java.net.http.HttpResponse<BodyReader> head) {
    BodyReader body = head.body();
    CompletableFuture<byte[]> bytes =
        body == null ? CompletableFuture.completedFuture(new byte[0]) : body.read();
    return bytes.thenApply(read -> toResponse(head, read));
  }

  private HttpResponse toResponse(java.net.http.HttpResponse<BodyReader> head, byte[] body) {
    if (head.statusCode() == PROXY_AUTHENTICATION) {
      String proxy = hop.httpProxy();
      boolean tunnel = hop.isHttps();
      // In a tunnel only the proxy's own response has no body, not even an empty one.
      if (proxy != null && (head.body() == null || !tunnel)) {
        HttpTransportException rejected =
            ProxyFailures.ofStatus(PROXY_AUTHENTICATION, proxy, tunnel, rules, null);
        // The proxy rejects the tunnel, or this very transmission.
        boolean before = tunnel ? hasBegun() : isRepeated();
        throw before ? ProxyFailures.afterEarlierTransmission(rejected) : rejected;
      }
    }
    HttpResponse response =
        new HttpResponse(head.statusCode(), HttpHeaders.of(head.headers().map()), body);
    return isRepeated() ? response.retransmitted() : response;
  }

  /** Translates a failure of the JDK's client or of this transport. */
  HttpTransportException failure(Throwable thrown) {
    HttpTransportException failure = translate(thrown);
    if (!failure.mayHaveBeenSent()) {
      permit.giveBack();
    }
    return failure;
  }

  private HttpTransportException translate(Throwable thrown) {
    Throwable failure = unwrap(thrown);
    if (failure instanceof HttpTransportException known) {
      return known;
    }
    if (closed.getAsBoolean()) {
      boolean unsent = sending != null && !hasBegun() && permit.stop();
      return JdkFailures.closed(!unsent, failure);
    }
    HttpTransportException known = JdkFailures.translate(failure, hop, rules);
    // Even if this transmission found no connection: an earlier one was sent.
    if (hasBegun()) {
      return ProxyFailures.afterEarlierTransmission(known);
    }
    boolean neverSent = sending != null && known.mayHaveBeenSent() && permit.stop();
    return neverSent ? JdkFailures.beforeSending(known, hop) : known;
  }

  /** Returns whether the request was not sent because of the HTTP/2 stream limit of the server. */
  boolean hitStreamLimit(Throwable thrown) {
    boolean hit = !hasBegun() && JdkFailures.isStreamLimit(thrown);
    if (hit) {
      permit.giveBack();
    }
    return hit;
  }

  /** Returns the failure for a timeout that the JDK's client does not report. */
  HttpTransportException timedOut() {
    return failure(new HttpTimeoutException("the response was not complete within the timeout"));
  }

  /** Nothing counts the transmissions of a request without a body publisher. */
  private boolean hasBegun() {
    return sending == null ? RETRIES_ALL : sending.hasBegun();
  }

  private boolean isRepeated() {
    return sending == null ? RETRIES_ALL : sending.isRepeated();
  }

  /** Such a request has no publisher: with one, the client sends {@code Content-Length: 0}. */
  private static boolean isBodiless(HttpRequest request) {
    return request.body() == null
        && (request.method().equals("GET") || request.method().equals("DELETE"));
  }

  static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wrapped =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapped && cause != null ? cause : failure;
  }
}
