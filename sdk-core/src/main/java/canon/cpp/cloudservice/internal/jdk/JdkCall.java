package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.http.Hop;
import canon.cpp.cloudservice.internal.http.SendPermit;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request, within its timeout: for each proxy in turn, looks up the name, waits for an HTTP/2
 * stream, and sends. {@link BlockingJdkCall} and {@link AsyncJdkCall} do so; they differ only in
 * how they wait.
 */
final class JdkCall {
  /** How long a call waits for the name of a host to which a connection may be open. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final JdkContext context;
  private final HttpRequest request;
  private final String origin;
  private final List<Hop> hops;
  private final long startedAt;
  private final SendPermit permit = new SendPermit();
  private volatile FirstConnection.@Nullable Pass pass;

  /**
   * Creates a call.
   *
   * @throws HttpTransportException if the proxy selector fails
   */
  JdkCall(JdkContext context, HttpRequest request) {
    this.context = context;
    this.request = request;
    this.origin = context.origins().of(request.uri());
    this.hops = context.rules().hops(request.uri());
    this.startedAt = context.timer().nanoTime();
  }

  JdkContext context() {
    return context;
  }

  /** Stops the call. Returns whether nothing was sent, and nothing will be. */
  boolean stopBeforeSending() {
    return permit.stop();
  }

  Hop hop(int index) {
    return hops.get(index);
  }

  StreamQueue.Ticket enterStreams() {
    return context.streams(origin).enter();
  }

  /**
   * Registers the exchange with a hop. Returns a future that completes when it may start, or null
   * if it may start at once; {@link #leaveConnection} ends it.
   */
  @Nullable CompletableFuture<Void> enterConnection(Hop hop) {
    if (!hop.isHttps()) {
      return null;
    }
    FirstConnection.Pass entered = context.firstConnection(origin).enter();
    pass = entered;
    return entered.open().isDone() ? null : entered.open();
  }

  /** Returns how long to wait for the first connection at most; then the exchange starts anyway. */
  Duration connectionTime() {
    return exchangeTime().dividedBy(2);
  }

  void leaveConnection() {
    FirstConnection.Pass entered = pass;
    if (entered != null) {
      entered.leave();
    }
  }

  private void connected() {
    FirstConnection.Pass entered = pass;
    if (entered != null) {
      entered.connected();
    }
  }

  /** Returns whether the next proxy is to be tried, and tells the selector that this one failed. */
  boolean failsOver(int index, HttpTransportException failure) {
    Hop hop = hops.get(index);
    boolean last = index + 1 >= hops.size();
    if (hop.isSocks()) {
      return !last;
    }
    if (!context.rules().isConnectFailure(hop, failure)) {
      return false;
    }
    context.rules().connectFailed(hop, failure);
    return !last && !remaining().isNegative();
  }

  /**
   * Prepares a transmission.
   *
   * @throws HttpTransportException if TLS cannot be set up
   */
  JdkExchange exchange(Hop hop, StreamQueue.Ticket ticket) {
    if (hop.isHttps()) {
      context.tls().prepare();
    }
    return new JdkExchange(
        request,
        exchangeTime(),
        hop,
        context.rules(),
        permit,
        ticket::started,
        this::connected,
        context.client()::isClosed);
  }

  /**
   * Returns the connections for a transmission, which starts now.
   *
   * @throws HttpTransportException if the transport is closed or the call was stopped
   */
  Connections use(JdkExchange exchange) {
    Connections connections;
    try {
      connections = context.client().use();
    } catch (JdkClient.ClosedException e) {
      throw exchange.failure(e);
    }
    try {
      if (exchange.hop().httpProxy() != null) {
        connections.tasks().tunnelRequested();
      }
      // A refused request keeps its HTTP/2 stream, so its connection is of no use to others.
      exchange.begin(() -> context.client().replace(connections));
      return connections;
    } catch (HttpTransportException e) {
      context.client().release(connections);
      throw e;
    }
  }

  /** Notes that the headers of a response were received. */
  void responded(Connections connections, java.net.http.HttpResponse<?> head) {
    connections.responded(origin, context.timer().nanoTime());
    FirstConnection.Pass entered = pass;
    if (entered != null) {
      entered.responded(head.version() == Version.HTTP_2);
    }
  }

  /** Decides after a failed exchange whether its connections are still usable. */
  void failed(
      Connections connections, long sentAt, BodyReader reader, HttpTransportException failure) {
    context.failed(connections, origin, sentAt, reader, failure);
  }

  /** An exchange that the caller gives up near its timeout is treated like one that timed out. */
  void abandoned(Connections connections, long sentAt) {
    Duration used = request.timeout().minus(remaining());
    boolean nearTimeout = used.multipliedBy(10).compareTo(request.timeout().multipliedBy(9)) >= 0;
    if (nearTimeout && !connections.hasRespondedSince(origin, sentAt)) {
      context.client().replace(connections);
    }
  }

  Duration lookupTime(boolean known) {
    Duration left = timeLeft();
    return known && PATIENCE.compareTo(left) < 0 ? PATIENCE : left;
  }

  private Duration exchangeTime() {
    Duration left = timeLeft();
    Duration limit = request.responseTimeout();
    return limit.compareTo(left) < 0 ? limit : left;
  }

  Duration timeLeft() {
    Duration left = remaining();
    if (left.isZero() || left.isNegative()) {
      throw timedOutWaiting();
    }
    return left;
  }

  private Duration remaining() {
    return request.timeout().minusNanos(context.timer().nanoTime() - startedAt);
  }

  static HttpTransportException lookupTimedOut(Hop hop) {
    return new HttpTransportException(
        Reason.CONNECT,
        false,
        "the host name of " + hop.peer() + " was not resolved within the timeout",
        null);
  }

  static HttpTransportException timedOutWaiting() {
    return new HttpTransportException(
        Reason.TIMEOUT,
        false,
        "the request was not sent within its timeout, because no stream of a connection was free",
        null);
  }

  static HttpTransportException socks(Hop hop) {
    return new HttpTransportException(
        Reason.PROXY,
        false,
        hop.peer()
            + " is a SOCKS proxy, which HttpTransport.jdk() does not support; use"
            + " HttpTransport.urlConnection(), or set an HTTP proxy with ProxySettings",
        null);
  }
}
