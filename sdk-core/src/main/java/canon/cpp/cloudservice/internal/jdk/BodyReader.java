package canon.cpp.cloudservice.internal.jdk;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * Reads one body into memory, up to a cap, and can be told to stop.
 *
 * <p>At a chunk size beyond an {@code int} the parser of the JDK's client never comes back, and it
 * may run in the very thread that sends. So of a body in chunks the headers come first, without
 * demand for more; {@link #read} demands the rest, and that is parsed in the transport's threads.
 */
final class BodyReader implements BodyHandler<BodyReader>, BodySubscriber<BodyReader> {
  private final int maxBytes;
  private final Executor threads;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private volatile boolean inChunks;

  /**
   * Makes a reader.
   *
   * @param threads where what may not come back is done
   */
  BodyReader(int maxBytes, Executor threads) {
    this.maxBytes = maxBytes;
    this.threads = threads;
  }

  /** Gives the whole body, once the headers are there. */
  CompletableFuture<byte[]> read() {
    if (inChunks) {
      CompletableFuture<Void> unused =
          subscription.thenAcceptAsync(given -> given.request(Long.MAX_VALUE), threads);
    }
    return body;
  }

  void timeOut() {
    fail(new HttpTimeoutException("the answer's body did not end in time"));
  }

  /** Reads no further, and gives the connection up. Does nothing once all is read. */
  void cancel() {
    // Every exchange ends here, and an exception is dear.
    if (!body.isDone()) {
      fail(new CancellationException("nobody waits for the answer's body any more"));
    }
  }

  @Override
  public BodySubscriber<BodyReader> apply(ResponseInfo info) {
    inChunks = info.headers().firstValue("Transfer-Encoding").isPresent();
    return this;
  }

  @Override
  public CompletionStage<BodyReader> getBody() {
    return inChunks ? CompletableFuture.completedFuture(this) : body.thenApply(read -> this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
    if (!inChunks) {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (body.isDone()) {
        return;
      }
      if (buffer.remaining() > maxBytes - bytes.size()) {
        fail(new BodyTooLargeException(maxBytes));
        return;
      }
      byte[] chunk = new byte[buffer.remaining()];
      buffer.get(chunk);
      bytes.write(chunk, 0, chunk.length);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }

  private void fail(Exception failure) {
    if (body.completeExceptionally(failure)) {
      CompletableFuture<Void> unused =
          subscription.thenAcceptAsync(Flow.Subscription::cancel, threads);
    }
  }
}
