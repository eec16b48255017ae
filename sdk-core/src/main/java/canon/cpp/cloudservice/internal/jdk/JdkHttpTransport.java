package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.internal.concurrent.Waiters.Waiter;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import canon.cpp.cloudservice.internal.http.ProxyCredentials;
import canon.cpp.cloudservice.internal.http.ProxyFailures;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import canon.cpp.cloudservice.internal.http.Tls;
import canon.cpp.cloudservice.internal.probe.Prober;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLParameters;

/** The transport on the JDK's HttpClient. */
public final class JdkHttpTransport implements HttpTransport {
  private static final int PROXY_AUTHENTICATION = 407;
  private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());

  private final ProxyRules proxies;
  private final JdkFailures failures;
  private final JdkClient client;
  private final ClientThreads threads = new ClientThreads("http", THREADS);
  private final SystemTimer timer = new SystemTimer("http-alarm");
  private final Prober prober;

  public JdkHttpTransport(NetworkSettings settings) {
    proxies = settings.proxy();
    failures = new JdkFailures(proxies);
    Tls tls = new Tls(settings.trust());
    prober = new Prober(settings, tls, timer);
    SSLParameters parameters = new SSLParameters();
    tls.restrict(parameters);
    client =
        new JdkClient(
            HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .proxy(proxies.selector())
                .sslContext(tls.context())
                .sslParameters(parameters)
                .executor(threads)
                .build());
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    checkOpen();
    Sending sending = new Sending(request.body());
    BodyReader reader = new BodyReader(request.maxBodyBytes(), threads);
    java.net.http.HttpRequest wanted = toJdk(request, sending);
    Waiter waiter = client.enter();
    ExchangeAlarm alarm =
        ExchangeAlarm.start(timer, request.timeout(), reader::timeOut, waiter::interrupt);
    try {
      // Not sendAsync().get(): on few cores that takes three times as long.
      java.net.http.HttpResponse<BodyReader> head = client.send(wanted, reader);
      return toResponse(head, bodyOf(head).get(), request, sending);
    } catch (InterruptedException e) {
      if (waiter.leave()) {
        throw translate(outOfTime(), request, sending);
      }
      throw e;
    } catch (ExecutionException e) {
      throw translate(unwrap(e), request, sending);
    } catch (IOException | JdkClient.ClosedException | IllegalArgumentException e) {
      throw translate(e, request, sending);
    } finally {
      alarm.cancel();
      reader.cancel();
      boolean unusedInterrupt = waiter.leave();
    }
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
    Sending sending = new Sending(request.body());
    BodyReader reader = new BodyReader(request.maxBodyBytes(), threads);
    CompletableFuture<java.net.http.HttpResponse<BodyReader>> exchange;
    try {
      checkOpen();
      exchange = client.sendAsync(toJdk(request, sending), reader);
    } catch (HttpTransportException | JdkClient.ClosedException e) {
      answer.completeExceptionally(known(e, request, sending));
      return answer;
    }
    ExchangeAlarm alarm =
        ExchangeAlarm.start(
            timer,
            request.timeout(),
            reader::timeOut,
            () -> answer.completeExceptionally(translate(outOfTime(), request, sending)));
    CompletableFuture<?> unusedExchange =
        exchange
            .thenCompose(
                head -> bodyOf(head).thenApply(body -> toResponse(head, body, request, sending)))
            .whenComplete(
                (response, failure) -> {
                  alarm.cancel();
                  if (failure == null) {
                    answer.complete(response);
                  } else {
                    answer.completeExceptionally(known(unwrap(failure), request, sending));
                  }
                });
    CompletableFuture<?> unusedAnswer =
        answer.whenComplete(
            (response, failure) -> {
              if (!exchange.isDone()) {
                // Parses what has come, which is not for whoever cancels.
                threads.execute(() -> exchange.cancel(true));
              }
              reader.cancel();
            });
    client.endOnClose(answer);
    return answer;
  }

  @Override
  public CompletableFuture<Connectivity> probe(URI address, Duration timeout) {
    return prober.probe(address, timeout);
  }

  @Override
  public void close() {
    client.close();
    timer.close();
    prober.close();
    threads.close();
  }

  private static HttpTimeoutException outOfTime() {
    return new HttpTimeoutException("the answer did not end in time");
  }

  private java.net.http.HttpRequest toJdk(HttpRequest request, Sending sending) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(request.uri())
            .method(request.method(), sending)
            .timeout(request.timeout())
            .version(version(request));
    request.headers().forEach(builder::setHeader);
    ProxyCredentials credentials = proxies.credentials();
    if (credentials != null && proxies.httpProxyFor(request.uri()) != null) {
      // The client gives it to the proxy only. An Authenticator would also meddle with each 401.
      builder.setHeader("Proxy-Authorization", credentials.basic());
    }
    return builder.build();
  }

  /** In clear, HTTP/2 would begin with an upgrade that many servers and proxies mishandle. */
  private static Version version(HttpRequest request) {
    return isHttps(request) ? Version.HTTP_2 : Version.HTTP_1_1;
  }

  private static boolean isHttps(HttpRequest request) {
    return "https".equalsIgnoreCase(request.uri().getScheme());
  }

  /** Nothing, if a proxy answered where nobody asked it. */
  private static CompletableFuture<byte[]> bodyOf(java.net.http.HttpResponse<BodyReader> head) {
    BodyReader reader = head.body();
    return reader == null ? CompletableFuture.completedFuture(new byte[0]) : reader.read();
  }

  private HttpResponse toResponse(
      java.net.http.HttpResponse<BodyReader> head,
      byte[] body,
      HttpRequest request,
      Sending sending) {
    if (head.statusCode() == PROXY_AUTHENTICATION) {
      String proxy = proxies.httpProxyFor(request.uri());
      boolean tunnel = isHttps(request);
      // In a tunnel only the proxy's own answer has no body, not even an empty one.
      if (proxy != null && (head.body() == null || !tunnel)) {
        throw ProxyFailures.ofStatus(PROXY_AUTHENTICATION, proxy, tunnel, proxies, null);
      }
    }
    HttpResponse answer =
        new HttpResponse(
            head.statusCode(),
            canon.cpp.cloudservice.http.HttpHeaders.of(head.headers().map()),
            body);
    return sending.isRepeated() ? answer.afterRepetition() : answer;
  }

  private HttpTransportException known(Throwable failure, HttpRequest request, Sending sending) {
    return failure instanceof HttpTransportException known
        ? known
        : translate(failure, request, sending);
  }

  private HttpTransportException translate(
      Throwable failure, HttpRequest request, Sending sending) {
    if (client.isClosed()) {
      return JdkFailures.closed(failure);
    }
    HttpTransportException known = failures.translate(failure, request.uri());
    // Without a connection it was sent on an earlier one, if at all.
    boolean before =
        sending.isRepeated() || (known.reason() == Reason.CONNECT && sending.hasBegun());
    return before ? JdkFailures.maybeSent(known) : known;
  }

  private void checkOpen() {
    if (client.isClosed()) {
      throw new HttpTransportException(Reason.CLOSED, false, "the transport is closed", null);
    }
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wrapped =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapped && cause != null ? cause : failure;
  }
}
