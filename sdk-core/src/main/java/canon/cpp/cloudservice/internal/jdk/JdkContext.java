package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.internal.http.Hop;
import canon.cpp.cloudservice.internal.http.HostLookup;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import canon.cpp.cloudservice.internal.http.Tls;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the calls of one transport share. */
final class JdkContext {
  private final Tls tls;
  private final ProxyRules rules;
  private final JdkClient client;
  private final ClientThreads threads;
  private final SystemTimer timer;
  private final HostLookup lookups;
  private final Origins origins = new Origins();
  private final NonHttpOrigins nonHttp = new NonHttpOrigins();
  private final Map<String, StreamQueue> streams = new ConcurrentHashMap<>();
  private final Map<String, FirstConnection> firstConnections = new ConcurrentHashMap<>();
  private final Duration patience;

  /** The client asks for the proxy in the thread that sends. */
  @SuppressWarnings("ThreadLocalUsage") // Each transport has proxies of its own.
  private final ThreadLocal<Proxy> proxy = new ThreadLocal<>();

  JdkContext(
      NetworkSettings settings,
      Tls tls,
      ClientThreads threads,
      SystemTimer timer,
      HostLookup lookups,
      Duration patience) {
    this.patience = patience;
    this.tls = tls;
    this.rules = settings.proxy();
    this.threads = threads;
    this.timer = timer;
    this.lookups = lookups;
    this.client = new JdkClient(() -> open(settings));
  }

  private Connections open(NetworkSettings settings) {
    ClientTasks tasks = new ClientTasks(threads);
    HttpClient opened =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .proxy(new CurrentProxy(proxy))
            .sslContext(tls.lazyContext())
            .sslParameters(Tls.parameters())
            .executor(tasks)
            .build();
    return new Connections(opened, tasks);
  }

  Tls tls() {
    return tls;
  }

  ProxyRules rules() {
    return rules;
  }

  JdkClient client() {
    return client;
  }

  ClientThreads threads() {
    return threads;
  }

  SystemTimer timer() {
    return timer;
  }

  HostLookup lookups() {
    return lookups;
  }

  Origins origins() {
    return origins;
  }

  NonHttpOrigins nonHttp() {
    return nonHttp;
  }

  StreamQueue streams(String origin) {
    return streams.computeIfAbsent(origin, key -> new StreamQueue(timer));
  }

  FirstConnection firstConnection(String origin) {
    return firstConnections.computeIfAbsent(origin, key -> new FirstConnection(timer, patience));
  }

  /** Sends through the proxy of a hop. */
  <T> T through(Hop hop, ThrowingSend<T> sending) throws IOException, InterruptedException {
    proxy.set(hop.proxy());
    try {
      return sending.send();
    } finally {
      proxy.remove();
    }
  }

  /**
   * Decides after a failed exchange whether its connections are still usable: not if the origin has
   * sent nothing on them since the exchange started, and not if it sends something other than HTTP,
   * because the client leaves that connection open. Nor if it sends the response of another
   * request: whatever else arrives belongs to other requests, too.
   */
  void failed(
      Connections connections,
      String origin,
      long sentAt,
      BodyReader reader,
      HttpTransportException failure) {
    if (reader.isForeign()) {
      client.replace(connections);
    } else if (failure.reason() == Reason.TIMEOUT) {
      if (failure.mayHaveBeenSent() && !connections.hasRespondedSince(origin, sentAt)) {
        client.replace(connections);
      }
    } else if (failure.reason() == Reason.MALFORMED_RESPONSE && !reader.isReading()) {
      nonHttp.failed(origin);
      client.replace(connections);
    }
  }

  /** Sends a request. */
  interface ThrowingSend<T> {
    T send() throws IOException, InterruptedException;
  }

  /** Selects the proxy that the current thread has chosen. */
  private static final class CurrentProxy extends ProxySelector {
    private final ThreadLocal<Proxy> proxy;

    private CurrentProxy(ThreadLocal<Proxy> proxy) {
      this.proxy = proxy;
    }

    @Override
    public List<Proxy> select(URI uri) {
      Proxy chosen = proxy.get();
      if (chosen == null) {
        throw new IllegalStateException("No proxy was chosen in this thread");
      }
      return Collections.singletonList(chosen);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // The call decides what to do next.
    }
  }
}
