package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.internal.http.Hop;
import canon.cpp.cloudservice.internal.http.HostLookup;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import canon.cpp.cloudservice.internal.http.Tls;
import canon.cpp.cloudservice.internal.http.UnsentInterrupt;
import canon.cpp.cloudservice.internal.probe.Prober;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * The transport on HttpURLConnection.
 *
 * <p>A read reacts neither to interrupts nor to a timeout for the whole exchange, and {@code
 * disconnect()} waits for a lock that the reader of a body holds. So an exchange runs in a thread
 * of the transport, and the caller can stop waiting at any time. A blocking call runs on its own
 * thread those parts of its exchange that another thread can end: see decision 38.
 */
public final class UrlConnectionTransport implements HttpTransport {
  /** The exchanges that run at the same time; more wait within their timeout. */
  private static final int THREADS = 32;

  private static final int RELEASING_THREADS = 2;

  /** How long a call waits for the name of a host to which a connection may be open. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Connector connector;
  private final Prober prober;
  private final ClientThreads threads = new ClientThreads("http", THREADS);
  private final ClientThreads releases = new ClientThreads("http-release", RELEASING_THREADS);
  private final SystemTimer timer = new SystemTimer("http-timer");
  private final IdleConnections idle = new IdleConnections(timer);
  private final HostLookup lookups;
  private final Tls tls;
  private final Set<UrlExchange> exchanges = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public UrlConnectionTransport(NetworkSettings settings) {
    this(settings, HostLookup::new);
  }

  /** Creates a transport with its own way of resolving names, for tests. */
  public UrlConnectionTransport(
      NetworkSettings settings, Function<SystemTimer, HostLookup> lookups) {
    this.lookups = lookups.apply(timer);
    tls = new Tls(settings.trust());
    connector = new Connector(settings, tls);
    prober = new Prober(settings, tls, timer, true);
  }

  /** Sets up TLS now, for tests during which the provider of TLS changes. */
  public void prepareTls() {
    tls.prepare();
  }

  /** Runs the exchange on the calling thread where it can be cancelled there. */
  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    UrlExchange exchange = exchange(request);
    CompletableFuture<HttpResponse> response = exchange.response();
    try {
      if (isReady(exchange, request) && !runOnCaller(exchange)) {
        threads.execute(exchange);
      }
      return response.get();
    } catch (InterruptedException e) {
      throw exchange.stopBeforeSending() ? UnsentInterrupt.of(e) : e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("An exchange failed unexpectedly", e);
    } finally {
      response.cancel(true);
    }
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    UrlExchange exchange;
    try {
      exchange = exchange(request);
    } catch (HttpTransportException e) {
      return Futures.failed(e);
    }
    if (isReady(exchange, request)) {
      threads.execute(exchange);
    }
    return exchange.response();
  }

  private UrlExchange exchange(HttpRequest request) {
    return new UrlExchange(connector, request, connector.rules().hops(request.uri()), timer);
  }

  /** Returns whether the exchange was run, over an idle connection and to its end. */
  private boolean runOnCaller(UrlExchange exchange) throws InterruptedException {
    Hop hop = exchange.firstHop();
    if (hop.proxy().type() != Proxy.Type.DIRECT || (!hop.isHttps() && !idle.take(hop))) {
      return false;
    }
    CallerInterrupt interrupt = new CallerInterrupt(exchange.response());
    interrupt.watch();
    boolean complete;
    try {
      complete = exchange.runOnCaller();
    } finally {
      interrupt.end();
    }
    return complete;
  }

  /**
   * Starts the time of an exchange.
   *
   * @return whether it is to run now; otherwise it runs when its host name is resolved, or has
   *     ended
   */
  private boolean isReady(UrlExchange exchange, HttpRequest request) {
    CompletableFuture<HttpResponse> response = exchange.response();
    exchanges.add(exchange);
    if (closed) {
      exchanges.remove(exchange);
      exchange.cancel(Reason.CLOSED, "the transport is closed");
      return false;
    }
    CompletableFuture<Void> timeout = timer.timeout(request.timeout());
    Futures.whenOver(timeout, exchange::timeOut);
    CompletableFuture<HttpResponse> unusedEnd =
        response.whenComplete(
            (value, failure) -> {
              timeout.cancel(false);
              exchanges.remove(exchange);
              if (failure != null) {
                exchange.release(releases);
              } else {
                idle.add(exchange.lastHop(), value);
              }
            });
    CompletableFuture<Void> lookup = lookups.start(exchange.firstHop());
    if (lookup == null) {
      return true;
    }
    boolean known = lookups.isKnown(exchange.firstHop());
    CompletableFuture<Void> patience =
        timer.timeout(known ? PATIENCE : request.timeout().plus(PATIENCE));
    CompletableFuture<?> unusedLookup =
        CompletableFuture.anyOf(lookup, patience)
            .whenComplete(
                (value, failure) -> {
                  patience.cancel(false);
                  threads.execute(exchange);
                });
    CompletableFuture<HttpResponse> unusedCancel =
        response.whenComplete((value, failure) -> lookup.cancel(false));
    return false;
  }

  @Override
  public CompletableFuture<Connectivity> probe(URI address, Duration timeout) {
    return prober.probe(address, timeout);
  }

  @Override
  public void close() {
    closed = true;
    for (UrlExchange exchange : exchanges) {
      exchange.cancel(Reason.CLOSED, "the transport was closed during the exchange");
    }
    timer.close();
    prober.close();
    lookups.close();
    connector.close();
    releases.close();
    threads.close();
  }
}
