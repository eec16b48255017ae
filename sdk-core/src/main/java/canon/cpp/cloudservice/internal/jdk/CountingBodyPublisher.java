package canon.cpp.cloudservice.internal.jdk;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request, which counts how often the JDK's client begins to send it: it asks for
 * the length once it has a connection, each time anew. Over TLS that is once it is agreed on, or
 * the server hung up meanwhile, which is not told from a hanging up that comes later. Told so by a
 * system property of its own ({@code jdk.httpclient.enableAllMethodRetry}), that client sends a
 * change again when a connection breaks, and tells of the second time only.
 */
final class CountingBodyPublisher implements BodyPublisher {
  private final BodyPublisher body;
  private final AtomicInteger times = new AtomicInteger();

  CountingBodyPublisher(byte @Nullable [] body) {
    this.body = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
  }

  /** Whether any of it may have been written before there was no connection any more. */
  boolean hasBegun() {
    return times.get() > 0;
  }

  /** Whether it was sent before it was sent again. */
  boolean isRepeated() {
    return times.get() > 1;
  }

  @Override
  public long contentLength() {
    times.incrementAndGet();
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    body.subscribe(subscriber);
  }
}
