package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import canon.cpp.cloudservice.internal.http.AttemptEcho;
import canon.cpp.cloudservice.internal.http.ConnectFailures;
import canon.cpp.cloudservice.internal.http.ExchangeFuture;
import canon.cpp.cloudservice.internal.http.Hop;
import canon.cpp.cloudservice.time.Timer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One exchange. The caller runs it as long as nothing in it can block the caller beyond the end of
 * the exchange; a thread of the transport runs the rest. Any other thread may cancel it. An atomic
 * phase decides whether the request may have been sent.
 */
final class UrlExchange implements Runnable {
  private enum Phase {
    CONNECTING,
    SENT,
    RESPONDED,
    CANCELLED
  }

  private static final long RELEASE_NANOS = 1_000_000;

  /** The exchange that the current thread runs, for the sockets that it uses. */
  static final ThreadLocal<UrlExchange> CURRENT = new ThreadLocal<>();

  private final Connector connector;
  private final HttpRequest request;
  private final List<Hop> hops;
  private final Timer timer;
  private final long start;
  private final CompletableFuture<HttpResponse> response =
      new ExchangeFuture(this::stopBeforeSending);
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CONNECTING);
  private final AtomicBoolean offeredPassword = new AtomicBoolean();
  private volatile Hop hop;
  private volatile boolean running;
  private volatile @Nullable HttpURLConnection connection;
  private volatile @Nullable Closeable socket;
  private volatile boolean repeated;

  /** Whether the caller runs the exchange at this moment. */
  private volatile boolean onCaller;

  /** Whether a thread of the transport must run what is left. */
  private boolean needsThread;

  /** Whether Java wanted to send the request again, over a new connection. */
  private boolean resends;

  /** The response whose body is not read yet; null if there is none. */
  private @Nullable HttpURLConnection unread;

  UrlExchange(Connector connector, HttpRequest request, List<Hop> hops, Timer timer) {
    this.hops = hops;
    this.hop = hops.get(0);
    this.connector = connector;
    this.request = request;
    this.timer = timer;
    this.start = timer.nanoTime();
  }

  CompletableFuture<HttpResponse> response() {
    return response;
  }

  /**
   * Runs the exchange on the current thread, over a connection that is open already.
   *
   * @return false if a thread of the transport must run the rest: a connection must be opened, or
   *     the body of a response has not arrived
   */
  boolean runOnCaller() {
    onCaller = true;
    try {
      run();
    } finally {
      onCaller = false;
    }
    return !needsThread;
  }

  /** Returns whether no connection may be opened now, and that it was wanted. */
  boolean refusesConnection() {
    if (onCaller) {
      needsThread = true;
      resends = phase.get() == Phase.SENT;
    }
    return onCaller;
  }

  /** Returns whether a connection that was used before must not be used. */
  boolean refusesUsedConnection() {
    return resends && !onCaller;
  }

  @Override
  public void run() {
    HttpURLConnection earlier = unread;
    if (response.isDone()) {
      if (earlier != null) {
        disconnect(earlier);
      }
      return;
    }
    if (!running) {
      running = true;
      limitResponse();
    }
    needsThread = false;
    CURRENT.set(this);
    HttpURLConnection opened = earlier;
    try {
      if (opened == null) {
        opened = connect(0);
        connector.check(opened, hop);
        if (!phase.compareAndSet(Phase.CONNECTING, Phase.SENT) && !resends) {
          return;
        }
        send(opened);
        if (onCaller && !connector.canReadAtOnce(request, hop, opened)) {
          unread = opened;
          needsThread = true;
          return;
        }
      }
      response.complete(receive(opened));
    } catch (IOException | RuntimeException e) {
      if (!needsThread) {
        response.completeExceptionally(failure(e));
      }
    } catch (StackOverflowError e) {
      // The JDK parses each "100 Continue" recursively.
      response.completeExceptionally(
          new HttpTransportException(
              Reason.MALFORMED_RESPONSE, true, "the response is not valid HTTP", e));
    } catch (Error e) {
      response.completeExceptionally(e);
      throw e;
    } finally {
      CURRENT.remove();
      if (opened != null && response.isCompletedExceptionally()) {
        // A connection whose response is not read completely is not reused.
        disconnect(opened);
      }
    }
  }

  /** Starts the time for the response, if it ends before that of the whole exchange. */
  private void limitResponse() {
    Duration limit = request.responseTimeout();
    if (limit.compareTo(request.timeout()) < 0) {
      CompletableFuture<Void> timeout = timer.timeout(limit);
      Futures.whenOver(timeout, this::timeOut);
      CompletableFuture<HttpResponse> unusedEnd =
          response.whenComplete((value, failure) -> timeout.cancel(false));
    }
  }

  /** Connects through the first proxy that accepts a connection. */
  private HttpURLConnection connect(int index) throws IOException {
    Hop next = hops.get(index);
    hop = next;
    HttpURLConnection opened = connector.open(request, next, readTime());
    connection = opened;
    try {
      if (onCaller && !Connector.isJdk(opened)) {
        // Another stack does not ask before it opens a connection.
        needsThread = true;
        throw new IOException("Only idle connections of the JDK are used on the caller's thread");
      }
      opened.connect();
      return opened;
    } catch (IOException | RuntimeException e) {
      disconnect(opened);
      if (needsThread) {
        throw e;
      }
      if (phase.get() != Phase.CONNECTING
          || !connector.rules().isConnectFailure(next, failure(e))) {
        throw e;
      }
      connector.rules().connectFailed(next, e);
      if (index + 1 >= hops.size() || timeLeft().isNegative()) {
        throw e;
      }
      return connect(index + 1);
    }
  }

  /** Returns true the first time: the proxy's password is offered once. */
  boolean offersPassword() {
    return offeredPassword.compareAndSet(false, true);
  }

  /** Returns the hop that is tried first. */
  Hop firstHop() {
    return hops.get(0);
  }

  /** Returns the hop that is used, after it is known. */
  Hop lastHop() {
    return hop;
  }

  private static void disconnect(HttpURLConnection opened) {
    try {
      opened.disconnect();
    } catch (RuntimeException e) {
      // The JDK throws NullPointerException if another thread disconnects at the same time.
    }
  }

  /** Sends the request, and waits for the headers of the response. */
  private void send(HttpURLConnection opened) throws IOException {
    byte[] body = Connector.body(request);
    if (body != null) {
      try (OutputStream out = opened.getOutputStream()) {
        out.write(body);
      }
    }
    int unused = opened.getResponseCode();
    phase.compareAndSet(Phase.SENT, Phase.RESPONDED);
  }

  private HttpResponse receive(HttpURLConnection opened) throws IOException {
    int status = opened.getResponseCode();
    if (AttemptEcho.isForeign(request, opened.getHeaderField(AttemptEcho.HEADER))) {
      discardForeign(opened, status);
      throw AttemptEcho.foreignResponse(null);
    }
    HttpResponse received = connector.read(request, hop, opened, status, response);
    return repeated ? received.retransmitted() : received;
  }

  void timeOut() {
    if (!stopBeforeSending()) {
      fail(Reason.TIMEOUT, true, "no complete response within the timeout");
    } else if (running) {
      response.completeExceptionally(ConnectFailures.timedOut(hop, null));
    } else {
      fail(
          Reason.TIMEOUT,
          false,
          "too many requests were in flight to send this one within its timeout");
    }
  }

  /** Ends the exchange, if it has not ended yet. */
  void cancel(Reason reason, String message) {
    fail(reason, !stopBeforeSending(), message);
  }

  private void fail(Reason reason, boolean mayHaveBeenSent, String message) {
    response.completeExceptionally(
        new HttpTransportException(reason, mayHaveBeenSent, message, null));
  }

  /** Frees the connection of a cancelled exchange. */
  void release(Executor releases) {
    boolean unused = stopBeforeSending();
    Closeable open = socket;
    HttpURLConnection opened = connection;
    if (open != null) {
      close(open);
    } else if (opened != null && (phase.get() != Phase.RESPONDED || !Connector.isJdk(opened))) {
      // While a body is read, the JDK's disconnect() would only wait for the reader.
      releases.execute(() -> disconnectUntilLeft(opened));
    }
  }

  /**
   * Disconnects. Java may just be sending the request again, so does this until the caller left.
   */
  private void disconnectUntilLeft(HttpURLConnection opened) {
    disconnect(opened);
    while (onCaller) {
      LockSupport.parkNanos(RELEASE_NANOS);
      disconnect(opened);
    }
  }

  /** Registers a new socket. If the request was sent before, it is about to be sent again. */
  void opens(Closeable opened) {
    repeated |= phase.get() == Phase.SENT;
    uses(opened);
  }

  /** Registers the socket that carries the exchange. */
  void uses(Closeable used) {
    socket = used;
    if (response.isDone()) {
      close(used);
    }
  }

  /**
   * Closes the connection of a response that belongs to another request. A known socket is closed
   * before the body is read, because Java then offers the connection to other exchanges. Without
   * TLS the socket is unknown, and Java closes the connection that it got back last. So the body is
   * read, and this exchange must not end before.
   */
  private void discardForeign(HttpURLConnection opened, int status) throws IOException {
    Closeable used = socket;
    if (used != null) {
      close(used);
    } else {
      ResponseBodyReader.skip(request, opened, status, response);
    }
    disconnect(opened);
  }

  /** Returns whether nothing was sent, and nothing will be. */
  boolean stopBeforeSending() {
    return phase.compareAndSet(Phase.CONNECTING, Phase.CANCELLED) || phase.get() == Phase.CANCELLED;
  }

  /** A thread that reads cannot be interrupted, so it must not read longer than anyone waits. */
  private Duration readTime() {
    Duration left = timeLeft();
    Duration limit = request.responseTimeout();
    return limit.compareTo(left) < 0 ? limit : left;
  }

  private Duration timeLeft() {
    return request.timeout().minusNanos(timer.nanoTime() - start);
  }

  private HttpTransportException failure(Exception thrown) {
    Phase reached = phase.get();
    boolean mayHaveBeenSent = reached == Phase.SENT || reached == Phase.RESPONDED;
    return connector.failures().translate(thrown, hop, mayHaveBeenSent);
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The socket is discarded in any case.
    }
  }
}
