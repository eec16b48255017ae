package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.internal.http.SendPermit;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A request body that counts how often the JDK's client starts to send it. The client asks for the
 * length each time it has a connection. With the system property {@code
 * jdk.httpclient.enableAllMethodRetry} it sends a request again when a connection is lost, and
 * reports the result of the last transmission only.
 */
final class CountingBodyPublisher implements BodyPublisher {
  private final BodyPublisher body;
  private final SendPermit permit;
  private final Runnable onStart;
  private volatile Runnable onRefusal = () -> {};
  private final AtomicInteger transmissions = new AtomicInteger();

  /**
   * Creates a body.
   *
   * @param permit decides whether the request is sent
   * @param onStart runs each time the client starts to send
   */
  CountingBodyPublisher(byte @Nullable [] body, SendPermit permit, Runnable onStart) {
    this.permit = permit;
    this.onStart = onStart;
    this.body = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
  }

  /** Sets what happens when the exchange was stopped before the client starts to send. */
  void onRefusal(Runnable action) {
    onRefusal = action;
  }

  /** Returns whether a part of the request may have been written. */
  boolean hasBegun() {
    return transmissions.get() > 0;
  }

  /** Returns whether the request was sent more than once. */
  boolean isRepeated() {
    return transmissions.get() > 1;
  }

  @Override
  public long contentLength() {
    if (!permit.use()) {
      onRefusal.run();
      throw JdkFailures.stopped();
    }
    transmissions.incrementAndGet();
    onStart.run();
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    body.subscribe(subscriber);
  }
}
