package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * The future of a built-in transport. When a call ends, it tells whether the request was sent: a
 * connection may still be opened at that time.
 */
public final class ExchangeFuture extends CompletableFuture<HttpResponse> {
  private final BooleanSupplier stop;

  /**
   * Creates a future.
   *
   * @param stop prevents the request from being sent; returns false if it may have been sent
   */
  public ExchangeFuture(BooleanSupplier stop) {
    this.stop = stop;
  }

  /** Stops the exchange. Returns whether nothing was sent, and nothing will be. */
  public boolean stopBeforeSending() {
    return stop.getAsBoolean();
  }
}
