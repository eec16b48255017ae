package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.http.ConnectFailures;
import canon.cpp.cloudservice.internal.http.ExchangeFuture;
import canon.cpp.cloudservice.internal.http.Hop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends one request without blocking. */
final class AsyncJdkCall {
  private final JdkContext context;
  private final JdkCall call;
  private final ExchangeFuture response;
  private volatile @Nullable CompletableFuture<?> stage;

  AsyncJdkCall(JdkCall call) {
    this.context = call.context();
    this.call = call;
    this.response = new ExchangeFuture(call::stopBeforeSending);
  }

  /** Starts to send; cancelling the future aborts the exchange. */
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
    Hop hop = call.hop(index);
    if (hop.isSocks()) {
      fail(index, JdkCall.socks(hop));
      return;
    }
    CompletableFuture<Void> lookup = context.lookups().start(hop);
    if (lookup == null) {
      connect(index);
      return;
    }
    boolean known = context.lookups().isKnown(hop);
    within(
        lookup,
        call.lookupTime(known),
        () -> connect(index),
        failure -> fail(index, ConnectFailures.unknownHost(hop, JdkExchange.unwrap(failure))),
        () -> {
          if (known) {
            connect(index);
          } else {
            fail(index, JdkCall.lookupTimedOut(hop));
          }
        });
  }

  private void connect(int index) {
    CompletableFuture<Void> connection = call.enterConnection(call.hop(index));
    CompletableFuture<HttpResponse> unused =
        response.whenComplete((value, failure) -> call.leaveConnection());
    if (connection == null) {
      sendAsync(index, call.enterStreams());
    } else {
      within(
          connection,
          call.connectionTime(),
          () -> sendAsync(index, call.enterStreams()),
          failure -> sendAsync(index, call.enterStreams()),
          () -> sendAsync(index, call.enterStreams()));
    }
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
          call.timeLeft(),
          () -> transmit(index, ticket),
          failure -> fail(index, JdkCall.timedOutWaiting()),
          () -> fail(index, JdkCall.timedOutWaiting()));
    }
  }

  private void transmit(int index, StreamQueue.Ticket ticket) {
    JdkExchange exchange;
    CompletableFuture<HttpResponse> received;
    try {
      exchange = call.exchange(call.hop(index), ticket);
      received = AsyncExchange.start(call, exchange);
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
        call.timeLeft(),
        () -> transmit(index, ticket),
        failure -> fail(index, JdkCall.timedOutWaiting()),
        () -> fail(index, JdkCall.timedOutWaiting()));
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
                  try {
                    if (failure != null) {
                      onFailure.accept(failure);
                    } else if (awaited.isDone()) {
                      onSuccess.run();
                    } else {
                      onTimeout.run();
                    }
                  } catch (RuntimeException e) {
                    // For example because the time ends just now.
                    response.completeExceptionally(e);
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
    call.leaveConnection();
    if (response.isDone()) {
      return;
    }
    try {
      if (call.failsOver(index, failure)) {
        sendAsync(index + 1);
      } else {
        response.completeExceptionally(failure);
      }
    } catch (RuntimeException e) {
      response.completeExceptionally(e);
    }
  }
}
