package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.internal.http.AttemptEcho;
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
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body into memory, up to a limit, and can be cancelled. Closes the connection instead if
 * the headers are those of another request. That must happen here: the client offers a connection
 * to other exchanges as soon as a body is complete, and their responses would be shifted.
 *
 * <p>At a chunk size beyond an {@code int} the parser of the JDK's client never returns, and it may
 * run in the thread that sends. So for a chunked body only the headers are requested first; {@link
 * #read} requests the rest, which is parsed in the transport's threads.
 */
final class BodyReader implements BodyHandler<BodyReader>, BodySubscriber<BodyReader> {
  private static final byte[] NONE = {};

  private final HttpRequest request;
  private final ClientTasks tasks;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private byte[] bytes = NONE;
  private int count;
  private volatile boolean chunked;
  private volatile boolean foreign;

  /** Whether a chunked body may still be parsed. */
  private final AtomicBoolean unparsed = new AtomicBoolean();

  BodyReader(HttpRequest request, ClientTasks tasks) {
    this.request = request;
    this.tasks = tasks;
  }

  /** Returns the whole body; called once the headers are received. */
  CompletableFuture<byte[]> read() {
    if (chunked) {
      CompletableFuture<Void> unused =
          subscription.thenAcceptAsync(
              upstream -> {
                tasks.awaitSelector();
                upstream.request(Long.MAX_VALUE);
              },
              tasks.threads());
    }
    return body;
  }

  /** Returns whether the client has begun to read the body, which it does after valid headers. */
  boolean isReading() {
    return subscription.isDone();
  }

  /** Returns whether the response belongs to another request. */
  boolean isForeign() {
    return foreign;
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
    if (AttemptEcho.isForeign(request, first(info, AttemptEcho.HEADER))) {
      foreign = true;
      body.completeExceptionally(new ForeignResponseException());
      return this;
    }
    chunked = first(info, "Transfer-Encoding") != null;
    if (chunked && unparsed.compareAndSet(false, true)) {
      tasks.chunkedBodyStarted();
    }
    bytes = new byte[BodySizes.initial(first(info, "Content-Length"))];
    return this;
  }

  /** Returns the first value of a header, or null. The client's own method creates a stream. */
  private static @Nullable String first(ResponseInfo info, String name) {
    List<String> values = info.headers().map().get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  private void parsed() {
    if (unparsed.compareAndSet(true, false)) {
      tasks.chunkedBodyEnded();
    }
  }

  @Override
  public CompletionStage<BodyReader> getBody() {
    return chunked ? CompletableFuture.completedFuture(this) : body.thenApply(read -> this);
  }

  @Override
  public void onSubscribe(Flow.Subscription upstream) {
    subscription.complete(upstream);
    if (foreign) {
      // At once: after this method returns, the client offers a connection whose body is empty.
      upstream.cancel();
    } else if (!chunked) {
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
      int maxBytes = request.maxBodyBytes();
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
    parsed();
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    parsed();
    body.complete(count == bytes.length ? bytes : Arrays.copyOf(bytes, count));
  }

  private void fail(Exception failure) {
    if (body.completeExceptionally(failure)) {
      CompletableFuture<Void> unused =
          subscription.thenAcceptAsync(
              upstream -> {
                upstream.cancel();
                parsed();
              },
              tasks.threads());
    }
  }
}
