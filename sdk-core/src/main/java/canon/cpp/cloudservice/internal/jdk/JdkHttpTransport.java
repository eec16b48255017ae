package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The transport on the JDK's HttpClient. */
public final class JdkHttpTransport implements HttpTransport {
  private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());

  private final JdkClient client;
  private final ClientThreads threads = new ClientThreads("http", THREADS);
  private final SystemTimer timer = new SystemTimer("http-alarm");

  public JdkHttpTransport(NetworkSettings settings) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .executor(threads);
    if (settings.proxy() != null) {
      builder.proxy(settings.proxy());
    }
    if (settings.sslContext() != null) {
      builder.sslContext(settings.sslContext());
    }
    client = new JdkClient(builder.build());
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    checkOpen();
    BodyReader reader = new BodyReader(request.maxBodyBytes());
    CompletableFuture<Void> alarm = startAlarm(request, reader);
    try {
      // Not sendAsync().get(): on few cores that takes three times as long.
      return toResponse(client.send(toJdk(request), reader));
    } catch (IOException | JdkClient.ClosedException e) {
      throw JdkFailures.translate(e, client.isClosed());
    } finally {
      alarm.cancel(false);
    }
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
    BodyReader reader = new BodyReader(request.maxBodyBytes());
    CompletableFuture<java.net.http.HttpResponse<byte[]>> exchange;
    try {
      checkOpen();
      exchange = client.sendAsync(toJdk(request), reader);
    } catch (HttpTransportException | JdkClient.ClosedException e) {
      answer.completeExceptionally(
          e instanceof HttpTransportException known ? known : JdkFailures.translate(e, true));
      return answer;
    }
    CompletableFuture<Void> alarm = startAlarm(request, reader);
    CompletableFuture<?> unusedExchange =
        exchange.whenComplete(
            (response, failure) -> {
              alarm.cancel(false);
              if (failure == null) {
                answer.complete(toResponse(response));
              } else {
                answer.completeExceptionally(
                    JdkFailures.translate(unwrap(failure), client.isClosed()));
              }
            });
    CompletableFuture<?> unusedAnswer =
        answer.whenComplete((response, failure) -> exchange.cancel(true));
    return answer;
  }

  @Override
  public void close() {
    client.close();
    timer.close();
    threads.close();
  }

  /**
   * The JDK's own timeout ends with the headers before JDK 26, so the body has an alarm of its own,
   * which runs from the beginning.
   */
  private CompletableFuture<Void> startAlarm(HttpRequest request, BodyReader reader) {
    CompletableFuture<Void> alarm = timer.timeout(request.timeout());
    CompletableFuture<Void> unused = alarm.thenRun(reader::timeOut);
    return alarm;
  }

  private static java.net.http.HttpRequest toJdk(HttpRequest request) {
    byte[] body = request.body();
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(request.uri())
            .method(request.method(), publisher)
            .timeout(request.timeout())
            .version(version(request));
    request.headers().forEach(builder::setHeader);
    return builder.build();
  }

  /** In clear, HTTP/2 would begin with an upgrade that many servers and proxies mishandle. */
  private static Version version(HttpRequest request) {
    return "https".equalsIgnoreCase(request.uri().getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1;
  }

  private static HttpResponse toResponse(java.net.http.HttpResponse<byte[]> response) {
    byte[] body = response.body();
    return new HttpResponse(
        response.statusCode(),
        canon.cpp.cloudservice.http.HttpHeaders.of(response.headers().map()),
        // Null after a 407 in a tunnel.
        body == null ? new byte[0] : body);
  }

  private void checkOpen() {
    if (client.isClosed()) {
      throw new HttpTransportException(Reason.CLOSED, false, "the transport is closed", null);
    }
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
