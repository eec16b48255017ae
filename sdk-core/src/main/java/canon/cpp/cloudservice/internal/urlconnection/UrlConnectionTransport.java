package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import canon.cpp.cloudservice.internal.http.Tls;
import canon.cpp.cloudservice.internal.probe.Prober;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * The transport on HttpURLConnection.
 *
 * <p>Its reads know neither interrupts nor a time for the whole, and only sometimes can another
 * thread end them: {@code disconnect()} waits for a lock that the reader of a body holds. So each
 * exchange has a thread of the transport's own, and whoever waits for it can leave at any time.
 */
public final class UrlConnectionTransport implements HttpTransport {
  /** As many exchanges run at a time; more wait for their turn, in their own time. */
  private static final int THREADS = 32;

  private static final int RELEASING_THREADS = 2;

  private final Connector connector;
  private final Prober prober;
  private final ClientThreads threads = new ClientThreads("http", THREADS);
  private final ClientThreads releases = new ClientThreads("http-release", RELEASING_THREADS);
  private final SystemTimer timer = new SystemTimer("http-alarm");
  private final Set<UrlExchange> exchanges = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public UrlConnectionTransport(NetworkSettings settings) {
    Tls tls = new Tls(settings.trust());
    connector = new Connector(settings, tls);
    prober = new Prober(settings, tls, timer);
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse> answer = sendAsync(request);
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("An exchange failed in no known way", e);
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    UrlExchange exchange = new UrlExchange(connector, request, timer.nanoTime());
    CompletableFuture<HttpResponse> answer = exchange.answer();
    exchanges.add(exchange);
    if (closed) {
      exchanges.remove(exchange);
      exchange.giveUp(Reason.CLOSED, "the transport is closed");
      return answer;
    }
    CompletableFuture<Void> alarm = timer.timeout(request.timeout());
    CompletableFuture<Void> unusedAlarm = alarm.thenRun(exchange::timeOut);
    CompletableFuture<HttpResponse> unusedEnd =
        answer.whenComplete(
            (response, failure) -> {
              alarm.cancel(false);
              exchanges.remove(exchange);
              if (failure != null) {
                exchange.release(releases);
              }
            });
    threads.execute(exchange);
    return answer;
  }

  @Override
  public CompletableFuture<Connectivity> probe(URI address, Duration timeout) {
    return prober.probe(address, timeout);
  }

  @Override
  public void close() {
    closed = true;
    for (UrlExchange exchange : exchanges) {
      exchange.giveUp(Reason.CLOSED, "the transport was closed meanwhile");
    }
    timer.close();
    prober.close();
    releases.close();
    threads.close();
  }
}
