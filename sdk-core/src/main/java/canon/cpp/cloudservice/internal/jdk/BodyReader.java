package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.internal.http.BodySizes;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * Reads one body into memory, up to a limit, and can be cancelled.
 *
 * <p>At a chunk size beyond an {@code int} the parser of the JDK's client never returns, and it may
 * run in the thread that sends. So for a chunked body only the headers are requested first; {@link
 * #read} requests the rest, which is parsed in the transport's threads.
 */
final class BodyReader implements BodyHandler<BodyReader>, BodySubscriber<BodyReader> {
  private static final byte[] NONE = {};

  private final int maxBytes;
  private final Executor threads;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private byte[] bytes = NONE;
  private int count;
  private volatile boolean chunked;

  /**
   * Creates a reader.
   *
   * @param threads executes work that may never return
   */
  BodyReader(int maxBytes, Executor threads) {
    this.maxBytes = maxBytes;
    this.threads = threads;
  }

  /** Returns the whole body; called once the headers are received. */
  CompletableFuture<byte[]> read() {
    if (chunked) {
      CompletableFuture<Void> unused =
          subscription.thenAcceptAsync(upstream -> upstream.request(Long.MAX_VALUE), threads);
    }
    return body;
  }

  /** Returns whether the client has begun to read the body, which it does after valid headers. */
  boolean isReading() {
    return subscription.isDone();
  }

  void timeOut() {
    fail(new HttpTimeoutException("the response body was not complete within the timeout"));
  }

  /** Stops reading and closes the connection. Does nothing once the body is complete. */
  void cancel() {
    // Every exchange ends here, and an exception is expensive.
    if (!body.isDone()) {
      fail(new CancellationException("the exchange was cancelled"));
    }
  }

  @Override
  public BodySubscriber<BodyReader> apply(ResponseInfo info) {
    chunked = info.headers().firstValue("Transfer-Encoding").isPresent();
    bytes = new byte[BodySizes.initial(info.headers().firstValue("Content-Length").orElse(null))];
    return this;
  }

  @Override
  public CompletionStage<BodyReader> getBody() {
    return chunked ? CompletableFuture.completedFuture(this) : body.thenApply(read -> this);
  }

  @Override
  public void onSubscribe(Flow.Subscription upstream) {
    subscription.complete(upstream);
    if (!chunked) {
      upstream.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (body.isDone()) {
        return;
      }
      int length = buffer.remaining();
      if (length > maxBytes - count) {
        fail(new BodyTooLargeException(maxBytes));
        return;
      }
      if (length > bytes.length - count) {
        bytes = Arrays.copyOf(bytes, BodySizes.larger(bytes.length, count + length, maxBytes));
      }
      buffer.get(bytes, count, length);
      count += length;
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(count == bytes.length ? bytes : Arrays.copyOf(bytes, count));
  }

  private void fail(Exception failure) {
    if (body.completeExceptionally(failure)) {
      CompletableFuture<Void> unused =
          subscription.thenAcceptAsync(Flow.Subscription::cancel, threads);
    }
  }
}
