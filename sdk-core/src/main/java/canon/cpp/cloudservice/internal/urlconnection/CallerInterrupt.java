package canon.cpp.cloudservice.internal.urlconnection;

import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.util.concurrent.Future;

/**
 * Cancels an exchange when the thread that runs it is interrupted. A read of a socket does not
 * react to an interrupt, but a thread can have one channel that is closed by it.
 */
final class CallerInterrupt extends AbstractInterruptibleChannel {
  private final Future<?> response;
  private volatile boolean cancelled;

  CallerInterrupt(Future<?> response) {
    this.response = response;
  }

  /** Watches the current thread, which may have been interrupted before. */
  void watch() {
    begin();
  }

  /**
   * Ends the watch.
   *
   * @throws InterruptedException if an interrupt has cancelled the exchange
   */
  void end() throws InterruptedException {
    try {
      end(true);
    } catch (AsynchronousCloseException e) {
      // The thread was interrupted, perhaps after the response.
    }
    if (cancelled) {
      boolean unused = Thread.interrupted();
      throw new InterruptedException();
    }
  }

  @Override
  protected void implCloseChannel() {
    cancelled = response.cancel(false);
  }
}
