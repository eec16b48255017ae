package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import canon.cpp.cloudservice.internal.http.Tls;
import canon.cpp.cloudservice.internal.probe.Prober;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLParameters;

/** The transport on the JDK's HttpClient. */
public final class JdkHttpTransport implements HttpTransport {
  /**
   * Some work there never comes back, or not for long: a name server that hangs, a body that the
   * JDK's parser turns round on. So there are more than work needs; what is idle goes away.
   */
  private static final int THREADS = 64;

  private final ProxyRules proxies;
  private final JdkClient client;
  private final ClientThreads threads = new ClientThreads("http", THREADS);
  private final SystemTimer timer = new SystemTimer("http-alarm");
  private final Prober prober;

  public JdkHttpTransport(NetworkSettings settings) {
    proxies = settings.proxy();
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
    JdkExchange exchange = begin(request);
    java.net.http.HttpRequest wanted = exchange.toJdk();
    BodyReader reader = exchange.reader();
    Waiter waiter = client.enter();
    ExchangeTimeout alarm =
        ExchangeTimeout.start(timer, request.timeout(), reader::timeOut, waiter::interrupt);
    try {
      // Not sendAsync().get(): on few cores that takes three times as long.
      return exchange.answer(client.send(wanted, reader)).get();
    } catch (InterruptedException e) {
      if (waiter.leave()) {
        throw exchange.outOfTime();
      }
      throw e;
    } catch (IOException
        | ExecutionException
        | JdkClient.ClosedException
        | IllegalArgumentException e) {
      throw exchange.failure(e);
    } finally {
      alarm.cancel();
      reader.cancel();
      boolean unusedInterrupt = waiter.leave();
    }
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
    try {
      sendAsync(begin(request), request.timeout(), answer);
    } catch (HttpTransportException e) {
      answer.completeExceptionally(e);
    }
    return answer;
  }

  private void sendAsync(
      JdkExchange exchange, Duration timeout, CompletableFuture<HttpResponse> answer) {
    BodyReader reader = exchange.reader();
    CompletableFuture<java.net.http.HttpResponse<BodyReader>> head;
    try {
      head = client.sendAsync(exchange.toJdk(), reader);
    } catch (JdkClient.ClosedException e) {
      throw exchange.failure(e);
    }
    ExchangeTimeout alarm =
        ExchangeTimeout.start(
            timer,
            timeout,
            reader::timeOut,
            () -> answer.completeExceptionally(exchange.outOfTime()));
    CompletableFuture<?> unusedExchange =
        head.thenCompose(exchange::answer)
            .whenComplete(
                (response, failure) -> {
                  alarm.cancel();
                  if (failure == null) {
                    answer.complete(response);
                  } else {
                    answer.completeExceptionally(exchange.failure(failure));
                  }
                });
    CompletableFuture<?> unusedAnswer =
        answer.whenComplete(
            (response, failure) -> {
              if (!head.isDone()) {
                // Parses what has come, which is not for whoever cancels.
                threads.execute(() -> head.cancel(true));
              }
              reader.cancel();
            });
    client.endOnClose(answer);
  }

  private JdkExchange begin(HttpRequest request) {
    if (client.isClosed()) {
      throw new HttpTransportException(Reason.CLOSED, false, "the transport is closed", null);
    }
    return new JdkExchange(request, proxies, client::isClosed, threads);
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
}
