package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.http.EarlierTransmission;
import canon.cpp.cloudservice.internal.http.ProxyCredentials;
import canon.cpp.cloudservice.internal.http.ProxyFailures;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import java.net.http.HttpClient.Version;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** One request and what comes of it: between our words for them and those of the JDK's client. */
final class JdkExchange {
  private static final int PROXY_AUTHENTICATION = 407;

  private final HttpRequest request;
  private final ProxyRules proxies;
  private final BooleanSupplier closed;
  private final CountingBodyPublisher sending;
  private final BodyReader reader;

  /**
   * Begins an exchange.
   *
   * @param closed whether the transport is closed
   * @param threads where bodies are parsed
   */
  JdkExchange(HttpRequest request, ProxyRules proxies, BooleanSupplier closed, Executor threads) {
    this.request = request;
    this.proxies = proxies;
    this.closed = closed;
    this.sending = new CountingBodyPublisher(request.body());
    this.reader = new BodyReader(request.maxBodyBytes(), threads);
  }

  BodyReader reader() {
    return reader;
  }

  /** The request, in the words of the JDK's client. */
  java.net.http.HttpRequest toJdk() {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(request.uri())
            .method(request.method(), sending)
            .timeout(request.timeout())
            .version(isHttps() ? Version.HTTP_2 : Version.HTTP_1_1);
    request.headers().forEach(builder::setHeader);
    ProxyCredentials credentials = proxies.credentials();
    if (credentials != null && proxies.httpProxyFor(request.uri()) != null) {
      // The client gives it to the proxy only. An Authenticator would also meddle with each 401.
      builder.setHeader("Proxy-Authorization", credentials.basic());
    }
    return builder.build();
  }

  /** The whole answer, once its headers are there. */
  CompletableFuture<HttpResponse> answer(java.net.http.HttpResponse<BodyReader> head) {
    BodyReader given = head.body();
    CompletableFuture<byte[]> body =
        given == null ? CompletableFuture.completedFuture(new byte[0]) : given.read();
    return body.thenApply(bytes -> toResponse(head, bytes));
  }

  private HttpResponse toResponse(java.net.http.HttpResponse<BodyReader> head, byte[] body) {
    if (head.statusCode() == PROXY_AUTHENTICATION) {
      String proxy = proxies.httpProxyFor(request.uri());
      boolean tunnel = isHttps();
      // In a tunnel only the proxy's own answer has no body, not even an empty one.
      if (proxy != null && (head.body() == null || !tunnel)) {
        HttpTransportException rejected =
            ProxyFailures.ofStatus(PROXY_AUTHENTICATION, proxy, tunnel, proxies, null);
        // It is the tunnel that is rejected, or this very request.
        boolean before = tunnel ? sending.hasBegun() : sending.isRepeated();
        throw before ? EarlierTransmission.maybeSent(rejected) : rejected;
      }
    }
    HttpResponse answer =
        new HttpResponse(head.statusCode(), HttpHeaders.of(head.headers().map()), body);
    return sending.isRepeated() ? answer.retransmitted() : answer;
  }

  /** What a failure of the JDK's client, or of ours, means for the request. */
  HttpTransportException failure(Throwable thrown) {
    Throwable failure = unwrap(thrown);
    if (failure instanceof HttpTransportException known) {
      return known;
    }
    if (closed.getAsBoolean()) {
      return JdkFailures.closed(failure);
    }
    HttpTransportException known = JdkFailures.translate(failure, request.uri(), proxies);
    // Even if it never got as far as a connection: then it was sent on an earlier one.
    return sending.hasBegun() ? EarlierTransmission.maybeSent(known) : known;
  }

  /** That the time is over, and the JDK's client does not say so. */
  HttpTransportException outOfTime() {
    return failure(new HttpTimeoutException("the answer did not end in time"));
  }

  /** In clear, HTTP/2 would begin with an upgrade that many servers and proxies mishandle. */
  private boolean isHttps() {
    return "https".equalsIgnoreCase(request.uri().getScheme());
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wrapped =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapped && cause != null ? cause : failure;
  }
}
