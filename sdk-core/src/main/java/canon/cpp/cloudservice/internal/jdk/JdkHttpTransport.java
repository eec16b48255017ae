package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.internal.http.HostLookup;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import canon.cpp.cloudservice.internal.http.Tls;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.internal.probe.Prober;
import canon.cpp.cloudservice.internal.urlconnection.UrlConnectionTransport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The transport on the JDK's HttpClient. */
public final class JdkHttpTransport implements HttpTransport {
  /**
   * Some work never returns, or not for a long time: for example a body on which the JDK's parser
   * loops. So there are more threads than work needs; idle ones end.
   */
  private static final int THREADS = 64;

  private final NetworkSettings settings;
  private final ClientThreads threads = new ClientThreads("http", THREADS);
  private final SystemTimer timer = new SystemTimer("http-timer");
  private final HostLookup lookups;
  private final JdkContext context;
  private final @Nullable BlockingSends blockingSends;
  private final Prober prober;
  private final AtomicReference<@Nullable HttpTransport> fallback = new AtomicReference<>();

  public JdkHttpTransport(NetworkSettings settings) {
    this(settings, HostLookup::new, BlockingSends.areFaster());
  }

  /**
   * Creates a transport with its own way of resolving names, for tests.
   *
   * @param blocks whether asynchronous calls block threads of the transport
   */
  public JdkHttpTransport(
      NetworkSettings settings, Function<SystemTimer, HostLookup> lookups, boolean blocks) {
    this(settings, lookups, blocks, FirstConnection.PATIENCE);
  }

  /**
   * Creates a transport whose exchanges wait as long as given for a first connection, for tests.
   */
  JdkHttpTransport(
      NetworkSettings settings,
      Function<SystemTimer, HostLookup> lookups,
      boolean blocks,
      Duration patience) {
    this.settings = settings;
    this.blockingSends = blocks ? new BlockingSends() : null;
    this.lookups = lookups.apply(timer);
    Tls tls = new Tls(settings.trust());
    prober = new Prober(settings, tls, timer, false);
    context = new JdkContext(settings, tls, threads, timer, this.lookups, patience);
  }

  /** Returns what the calls of this transport share, for tests. */
  JdkContext context() {
    return context;
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    checkOpen();
    HttpTransport other = fallbackFor(request);
    if (other == null) {
      return new BlockingJdkCall(new JdkCall(context, request)).send();
    }
    HttpResponse response;
    try {
      response = other.send(request);
    } catch (HttpTransportException e) {
      tell(request, e);
      throw e;
    }
    tell(request, null);
    return response;
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    try {
      checkOpen();
      HttpTransport other = fallbackFor(request);
      if (other == null) {
        return sendAsync(new JdkCall(context, request));
      }
      CompletableFuture<HttpResponse> response = other.sendAsync(request);
      CompletableFuture<HttpResponse> unused =
          response.whenComplete((value, failure) -> tell(request, failure));
      return response;
    } catch (HttpTransportException e) {
      CompletableFuture<HttpResponse> failed = new CompletableFuture<>();
      failed.completeExceptionally(e);
      return failed;
    }
  }

  private CompletableFuture<HttpResponse> sendAsync(JdkCall call) {
    CompletableFuture<HttpResponse> response =
        blockingSends == null ? null : blockingSends.sendAsync(call);
    return response == null ? new AsyncJdkCall(call).sendAsync() : response;
  }

  /** Returns the transport to use for an origin that sent something other than HTTP, or null. */
  private @Nullable HttpTransport fallbackFor(HttpRequest request) {
    if (JdkClient.canShutDown()
        || context.nonHttp().isEmpty()
        || request.method().equals("PATCH")
        || !context.nonHttp().contains(Urls.origin(request.uri()))) {
      return null;
    }
    HttpTransport open = fallback.get();
    if (open != null) {
      return open;
    }
    HttpTransport created = new UrlConnectionTransport(settings);
    if (fallback.compareAndSet(null, created)) {
      return created;
    }
    created.close();
    return fallback.get();
  }

  private void tell(HttpRequest request, @Nullable Throwable failure) {
    String origin = Urls.origin(request.uri());
    if (failure == null) {
      context.nonHttp().succeeded(origin);
    } else if (failure instanceof HttpTransportException known
        && known.reason() == Reason.MALFORMED_RESPONSE) {
      context.nonHttp().failed(origin);
    }
  }

  private void checkOpen() {
    if (context.client().isClosed()) {
      throw new HttpTransportException(Reason.CLOSED, false, "the transport is closed", null);
    }
  }

  @Override
  public CompletableFuture<Connectivity> probe(URI address, Duration timeout) {
    return prober.probe(address, timeout);
  }

  @Override
  public void close() {
    context.client().close();
    HttpTransport other = fallback.getAndSet(null);
    if (other != null) {
      other.close();
    }
    timer.close();
    prober.close();
    lookups.close();
    if (blockingSends != null) {
      blockingSends.close();
    }
    threads.close();
  }
}
