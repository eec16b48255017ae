package canon.cpp.cloudservice.internal.jdk;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import canon.cpp.cloudservice.internal.http.ConnectFailures;
import canon.cpp.cloudservice.internal.http.Hop;
import canon.cpp.cloudservice.internal.http.UnsentInterrupt;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Sends one request in the current thread. */
final class BlockingJdkCall {
  private final JdkContext context;
  private final JdkCall call;

  BlockingJdkCall(JdkCall call) {
    this.context = call.context();
    this.call = call;
  }

  /** Sends the request and waits for the whole response. */
  HttpResponse send() throws InterruptedException {
    Waiter waiter = context.client().enter();
    try {
      for (int i = 0; ; i++) {
        try {
          return send(call.hop(i), waiter);
        } catch (HttpTransportException e) {
          if (!call.failsOver(i, e)) {
            throw e;
          }
        }
      }
    } catch (InterruptedException e) {
      boolean unsent = call.stopBeforeSending();
      if (waiter.leaveInterrupted()) {
        throw context.client().isClosed()
            ? JdkFailures.closed(!unsent, e)
            : JdkCall.timedOutWaiting();
      }
      throw unsent ? UnsentInterrupt.of(e) : e;
    } finally {
      boolean unusedInterrupt = waiter.leave();
    }
  }

  private HttpResponse send(Hop hop, Waiter waiter) throws InterruptedException {
    if (hop.isSocks()) {
      throw JdkCall.socks(hop);
    }
    boolean resolved = awaitLookup(hop);
    try {
      CompletableFuture<Void> connection = call.enterConnection(hop);
      if (connection != null) {
        awaitConnection(connection);
      }
      return sendInStream(hop, resolved, waiter);
    } finally {
      call.leaveConnection();
    }
  }

  private HttpResponse sendInStream(Hop hop, boolean resolved, Waiter waiter)
      throws InterruptedException {
    StreamQueue.Ticket ticket = call.enterStreams();
    try {
      while (true) {
        awaitTurn(ticket.turn());
        JdkExchange exchange = call.exchange(hop, ticket);
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
      lookup.get(call.lookupTime(known).toNanos(), NANOSECONDS);
      return true;
    } catch (ExecutionException e) {
      throw ConnectFailures.unknownHost(hop, JdkExchange.unwrap(e));
    } catch (TimeoutException e) {
      if (!known) {
        throw JdkCall.lookupTimedOut(hop);
      }
      return false;
    } finally {
      lookup.cancel(false);
    }
  }

  private void awaitConnection(CompletableFuture<Void> connection) throws InterruptedException {
    try {
      connection.get(call.connectionTime().toNanos(), NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A first connection never fails", e);
    } catch (TimeoutException e) {
      // The exchange opens a connection of its own.
    }
  }

  private void awaitTurn(CompletableFuture<Void> turn) throws InterruptedException {
    try {
      turn.get(call.timeLeft().toNanos(), NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A turn never fails", e);
    } catch (TimeoutException e) {
      throw JdkCall.timedOutWaiting();
    }
  }

  private HttpResponse transmit(JdkExchange exchange, Waiter waiter) throws InterruptedException {
    java.net.http.HttpRequest converted = exchange.toJdk();
    Connections connections = call.use(exchange);
    BodyReader reader = exchange.newReader(connections.tasks());
    long sentAt = context.timer().nanoTime();
    ExchangeTimeout timeout =
        ExchangeTimeout.start(
            context.timer(), exchange.timeout(), reader::timeOut, waiter::interrupt);
    try {
      // Not sendAsync().get(): with few processors that takes three times as long.
      java.net.http.HttpResponse<BodyReader> head =
          context.through(exchange.hop(), () -> connections.client().send(converted, reader));
      call.responded(connections, head);
      return exchange.response(head).get();
    } catch (InterruptedException e) {
      if (waiter.leaveInterrupted()) {
        HttpTransportException failure = exchange.timedOut();
        call.failed(connections, sentAt, reader, failure);
        throw failure;
      }
      call.abandoned(connections, sentAt);
      throw e;
    } catch (IOException | ExecutionException | IllegalArgumentException e) {
      if (exchange.hitStreamLimit(e)) {
        throw new StreamLimitException();
      }
      HttpTransportException failure = exchange.failure(e);
      call.failed(connections, sentAt, reader, failure);
      throw failure;
    } finally {
      timeout.cancel();
      reader.cancel();
      context.client().release(connections);
    }
  }

  private HttpResponse transmitAsync(JdkExchange exchange) throws InterruptedException {
    CompletableFuture<HttpResponse> received = AsyncExchange.start(call, exchange);
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
}
