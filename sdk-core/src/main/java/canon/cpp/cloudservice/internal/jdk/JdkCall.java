package canon.cpp.cloudservice.internal.jdk;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import canon.cpp.cloudservice.internal.http.Hop;
import canon.cpp.cloudservice.internal.http.Urls;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: for each proxy in turn, looks up the name, waits for an HTTP/2 stream,
 * and sends. Everything happens within the timeout of the request.
 */
final class JdkCall {
  /** How long a call waits for the name of a host to which a connection may be open. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final JdkContext context;
  private final HttpRequest request;
  private final String origin;
  private final List<Hop> hops;
  private final long startedAt;
  private final CompletableFuture<HttpResponse> response = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<?> stage;

  /**
   * Creates a call.
   *
   * @throws HttpTransportException if the proxy selector fails
   */
  JdkCall(JdkContext context, HttpRequest request) {
    this.context = context;
    this.request = request;
    this.origin = Urls.origin(request.uri());
    this.hops = context.rules().hops(request.uri());
    this.startedAt = context.timer().nanoTime();
  }

  /** Sends the request in the current thread. */
  HttpResponse send() throws InterruptedException {
    Waiter waiter = context.client().enter();
    try {
      for (int i = 0; ; i++) {
        try {
          return send(hops.get(i), waiter);
        } catch (HttpTransportException e) {
          if (!failsOver(i, e)) {
            throw e;
          }
        }
      }
    } catch (InterruptedException e) {
      if (waiter.leaveInterrupted()) {
        throw context.client().isClosed() ? JdkFailures.closed(e) : timedOutWaiting();
      }
      throw e;
    } finally {
      boolean unusedInterrupt = waiter.leave();
    }
  }

  private HttpResponse send(Hop hop, Waiter waiter) throws InterruptedException {
    if (hop.isSocks()) {
      throw socks(hop);
    }
    boolean resolved = awaitLookup(hop);
    StreamQueue.Ticket ticket = context.streams(origin).enter();
    try {
      while (true) {
        awaitTurn(ticket.turn());
        JdkExchange exchange = exchange(hop);
        try {
          return resolved ? transmit(exchange, waiter) : transmitAsync(exchange);
        } catch (StreamLimitException e) {
          ticket.rejected();
        }
      }
    } finally {
      ticket.leave();
    }
  }

  /** Returns false if the name is still being looked up, but a connection may be open. */
  private boolean awaitLookup(Hop hop) throws InterruptedException {
    CompletableFuture<Void> lookup = context.lookups().start(hop);
    if (lookup == null) {
      return true;
    }
    boolean known = context.lookups().isKnown(hop);
    try {
      lookup.get(lookupTime(known).toNanos(), NANOSECONDS);
      return true;
    } catch (ExecutionException e) {
      throw JdkFailures.unknownHost(hop, JdkExchange.unwrap(e));
    } catch (TimeoutException e) {
      if (!known) {
        throw lookupTimedOut(hop);
      }
      return false;
    } finally {
      lookup.cancel(false);
    }
  }

  private void awaitTurn(CompletableFuture<Void> turn) throws InterruptedException {
    try {
      turn.get(timeLeft().toNanos(), NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A turn never fails", e);
    } catch (TimeoutException e) {
      throw timedOutWaiting();
    }
  }

  private HttpResponse transmit(JdkExchange exchange, Waiter waiter) throws InterruptedException {
    BodyReader reader = exchange.reader();
    java.net.http.HttpRequest converted = exchange.toJdk();
    Connections connections = use(exchange);
    long sentAt = context.timer().nanoTime();
    ExchangeTimeout timeout =
        ExchangeTimeout.start(
            context.timer(), exchange.timeout(), reader::timeOut, waiter::interrupt);
    try {
      // Not sendAsync().get(): with few processors that takes three times as long.
      java.net.http.HttpResponse<BodyReader> head =
          context.through(exchange.hop(), () -> connections.client().send(converted, reader));
      connections.responded(origin, context.timer().nanoTime());
      return discardable(exchange.response(head).get(), connections);
    } catch (InterruptedException e) {
      if (waiter.leaveInterrupted()) {
        HttpTransportException failure = exchange.timedOut();
        context.failed(connections, origin, sentAt, reader, failure);
        throw failure;
      }
      abandoned(connections, sentAt);
      throw e;
    } catch (IOException | ExecutionException | IllegalArgumentException e) {
      if (exchange.hitStreamLimit(e)) {
        throw new StreamLimitException();
      }
      HttpTransportException failure = exchange.failure(e);
      context.failed(connections, origin, sentAt, reader, failure);
      throw failure;
    } finally {
      timeout.cancel();
      reader.cancel();
      context.client().release(connections);
    }
  }

  private HttpResponse transmitAsync(JdkExchange exchange) throws InterruptedException {
    CompletableFuture<HttpResponse> received = start(exchange);
    try {
      return received.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw exchange.failure(e);
    } finally {
      received.cancel(true);
    }
  }

  /** Sends the request without blocking. */
  CompletableFuture<HttpResponse> sendAsync() {
    CompletableFuture<HttpResponse> unused =
        response.whenComplete(
            (value, failure) -> {
              CompletableFuture<?> running = stage;
              if (running != null) {
                running.cancel(true);
              }
            });
    context.client().endOnClose(response);
    sendAsync(0);
    return response;
  }

  private void sendAsync(int index) {
    Hop hop = hops.get(index);
    if (hop.isSocks()) {
      fail(index, socks(hop));
      return;
    }
    CompletableFuture<Void> lookup = context.lookups().start(hop);
    if (lookup == null) {
      sendAsync(index, context.streams(origin).enter());
      return;
    }
    boolean known = context.lookups().isKnown(hop);
    within(
        lookup,
        lookupTime(known),
        () -> sendAsync(index, context.streams(origin).enter()),
        failure -> fail(index, JdkFailures.unknownHost(hop, JdkExchange.unwrap(failure))),
        () -> {
          if (known) {
            sendAsync(index, context.streams(origin).enter());
          } else {
            fail(index, lookupTimedOut(hop));
          }
        });
  }

  private void sendAsync(int index, StreamQueue.Ticket ticket) {
    CompletableFuture<HttpResponse> unused =
        response.whenComplete((value, failure) -> ticket.leave());
    CompletableFuture<Void> turn = ticket.turn();
    if (turn.isDone()) {
      transmit(index, ticket);
    } else {
      within(
          turn,
          timeLeft(),
          () -> transmit(index, ticket),
          failure -> fail(index, timedOutWaiting()),
          () -> fail(index, timedOutWaiting()));
    }
  }

  private void transmit(int index, StreamQueue.Ticket ticket) {
    JdkExchange exchange;
    CompletableFuture<HttpResponse> received;
    try {
      exchange = exchange(hops.get(index));
      received = start(exchange);
    } catch (HttpTransportException e) {
      ticket.leave();
      fail(index, e);
      return;
    }
    await(received);
    CompletableFuture<HttpResponse> unused =
        received.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                response.complete(value);
              } else if (JdkExchange.unwrap(failure) instanceof StreamLimitException) {
                ticket.rejected();
                sendAgain(index, ticket);
              } else {
                ticket.leave();
                fail(index, exchange.failure(failure));
              }
            });
  }

  private void sendAgain(int index, StreamQueue.Ticket ticket) {
    within(
        ticket.turn(),
        timeLeft(),
        () -> transmit(index, ticket),
        failure -> fail(index, timedOutWaiting()),
        () -> fail(index, timedOutWaiting()));
  }

  /** Starts one exchange; the future ends at its timeout and can be cancelled. */
  private CompletableFuture<HttpResponse> start(JdkExchange exchange) {
    CompletableFuture<HttpResponse> received = new CompletableFuture<>();
    BodyReader reader = exchange.reader();
    java.net.http.HttpRequest converted = exchange.toJdk();
    Connections connections = use(exchange);
    long sentAt = context.timer().nanoTime();
    CompletableFuture<java.net.http.HttpResponse<BodyReader>> head;
    try {
      head =
          context.through(exchange.hop(), () -> connections.client().sendAsync(converted, reader));
    } catch (IOException | InterruptedException | RuntimeException e) {
      context.client().release(connections);
      throw exchange.failure(e);
    }
    ExchangeTimeout timeout =
        ExchangeTimeout.start(
            context.timer(),
            exchange.timeout(),
            reader::timeOut,
            () -> received.completeExceptionally(exchange.timedOut()));
    CompletableFuture<?> unusedExchange =
        head.thenCompose(
                response -> {
                  connections.responded(origin, context.timer().nanoTime());
                  return exchange.response(response);
                })
            .whenComplete(
                (value, failure) -> {
                  if (failure == null) {
                    received.complete(discardable(value, connections));
                  } else if (exchange.hitStreamLimit(failure)) {
                    received.completeExceptionally(new StreamLimitException());
                  } else {
                    received.completeExceptionally(exchange.failure(failure));
                  }
                });
    CompletableFuture<?> unusedEnd =
        received.whenComplete(
            (value, failure) -> {
              timeout.cancel();
              if (failure instanceof HttpTransportException known) {
                context.failed(connections, origin, sentAt, reader, known);
              } else if (failure instanceof CancellationException) {
                abandoned(connections, sentAt);
              }
              if (!head.isDone()) {
                // Cancelling parses what was received, which must not block the caller.
                context.threads().execute(() -> head.cancel(true));
              }
              reader.cancel();
              context.client().release(connections);
            });
    return received;
  }

  private void within(
      CompletableFuture<Void> awaited,
      Duration time,
      Runnable onSuccess,
      Consumer<Throwable> onFailure,
      Runnable onTimeout) {
    await(awaited);
    CompletableFuture<Void> timeout = context.timer().timeout(time);
    CompletableFuture<?> unused =
        CompletableFuture.anyOf(awaited, timeout)
            .whenCompleteAsync(
                (value, failure) -> {
                  timeout.cancel(false);
                  if (response.isDone()) {
                    return;
                  }
                  if (failure != null) {
                    onFailure.accept(failure);
                  } else if (awaited.isDone()) {
                    onSuccess.run();
                  } else {
                    onTimeout.run();
                  }
                },
                context.threads());
  }

  private void await(CompletableFuture<?> awaited) {
    stage = awaited;
    if (response.isDone()) {
      awaited.cancel(true);
    }
  }

  private void fail(int index, HttpTransportException failure) {
    if (response.isDone()) {
      return;
    }
    try {
      if (failsOver(index, failure)) {
        sendAsync(index + 1);
      } else {
        response.completeExceptionally(failure);
      }
    } catch (RuntimeException e) {
      response.completeExceptionally(e);
    }
  }

  /** Returns whether the next proxy is to be tried, and tells the selector that this one failed. */
  private boolean failsOver(int index, HttpTransportException failure) {
    Hop hop = hops.get(index);
    boolean last = index + 1 >= hops.size();
    if (hop.isSocks()) {
      return !last;
    }
    if (!context.rules().isConnectFailure(hop, failure)) {
      return false;
    }
    context.rules().connectFailed(hop, failure);
    return !last && !timeLeftOf(request).isNegative();
  }

  private JdkExchange exchange(Hop hop) {
    return new JdkExchange(
        request, timeLeft(), hop, context.rules(), context.client()::isClosed, context.threads());
  }

  private Connections use(JdkExchange exchange) {
    try {
      return context.client().use();
    } catch (JdkClient.ClosedException e) {
      throw exchange.failure(e);
    }
  }

  private HttpResponse discardable(HttpResponse received, Connections connections) {
    return received.withDiscard(() -> context.client().replace(connections));
  }

  /** An exchange that the caller gives up near its timeout is treated like one that timed out. */
  private void abandoned(Connections connections, long sentAt) {
    Duration used = request.timeout().minus(timeLeftOf(request));
    boolean nearTimeout = used.multipliedBy(10).compareTo(request.timeout().multipliedBy(9)) >= 0;
    if (nearTimeout && !connections.hasRespondedSince(origin, sentAt)) {
      context.client().replace(connections);
    }
  }

  private Duration lookupTime(boolean known) {
    Duration left = timeLeft();
    return known && PATIENCE.compareTo(left) < 0 ? PATIENCE : left;
  }

  private Duration timeLeft() {
    Duration left = timeLeftOf(request);
    if (left.isZero() || left.isNegative()) {
      throw timedOutWaiting();
    }
    return left;
  }

  private Duration timeLeftOf(HttpRequest of) {
    return of.timeout().minusNanos(context.timer().nanoTime() - startedAt);
  }

  private static HttpTransportException lookupTimedOut(Hop hop) {
    return new HttpTransportException(
        Reason.CONNECT,
        false,
        "the host name of " + hop.peer() + " was not resolved within the timeout",
        null);
  }

  private static HttpTransportException timedOutWaiting() {
    return new HttpTransportException(
        Reason.TIMEOUT,
        false,
        "the request was not sent within its timeout: the server allows no further concurrent"
            + " requests on its connection",
        null);
  }

  private static HttpTransportException socks(Hop hop) {
    return new HttpTransportException(
        Reason.PROXY,
        false,
        hop.peer()
            + " is a SOCKS proxy, which HttpTransport.jdk() does not support; use"
            + " HttpTransport.urlConnection(), or set an HTTP proxy with ProxySettings",
        null);
  }

  /** The server allows no further HTTP/2 stream. */
  private static final class StreamLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StreamLimitException() {
      super("stream limit", null, false, false);
    }
  }
}
