package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Transmits a request once, without blocking. */
final class AsyncExchange {
  private AsyncExchange() {}

  /**
   * Starts one transmission. The future ends at the timeout of the exchange and can be cancelled.
   * It fails with {@link StreamLimitException} if the server allows no further HTTP/2 stream.
   *
   * @throws HttpTransportException if the JDK's client rejects the request
   */
  static CompletableFuture<HttpResponse> start(JdkCall call, JdkExchange exchange) {
    JdkContext context = call.context();
    CompletableFuture<HttpResponse> received = new CompletableFuture<>();
    java.net.http.HttpRequest converted = exchange.toJdk();
    Connections connections = call.use(exchange);
    BodyReader reader = exchange.newReader(connections.tasks());
    long sentAt = context.timer().nanoTime();
    CompletableFuture<java.net.http.HttpResponse<BodyReader>> head;
    try {
      head =
          context.through(exchange.hop(), () -> connections.client().sendAsync(converted, reader));
    } catch (IOException | InterruptedException | RuntimeException e) {
      context.client().release(connections);
      throw exchange.failure(e);
    }
    // The connections are replaced before a caller learns of the failure, and sends again.
    Consumer<HttpTransportException> fail =
        failure -> {
          if (!received.isDone()) {
            call.failed(connections, sentAt, reader, failure);
          }
          received.completeExceptionally(failure);
        };
    ExchangeTimeout timeout =
        ExchangeTimeout.start(
            context.timer(),
            exchange.timeout(),
            reader::timeOut,
            () -> fail.accept(exchange.timedOut()));
    CompletableFuture<?> unusedExchange =
        head.thenCompose(
                response -> {
                  call.responded(connections, response);
                  return exchange.response(response);
                })
            .whenComplete(
                (value, failure) -> {
                  if (failure == null) {
                    received.complete(value);
                  } else if (exchange.hitStreamLimit(failure)) {
                    received.completeExceptionally(new StreamLimitException());
                  } else {
                    fail.accept(exchange.failure(failure));
                  }
                });
    CompletableFuture<?> unusedEnd =
        received.whenComplete(
            (value, failure) -> {
              timeout.cancel();
              if (failure instanceof CancellationException) {
                call.abandoned(connections, sentAt);
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
}
