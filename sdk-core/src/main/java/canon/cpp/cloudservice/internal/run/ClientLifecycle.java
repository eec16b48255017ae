package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.internal.concurrent.ClosingRegistry;
import canon.cpp.cloudservice.internal.concurrent.CompletionThreads;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import java.util.concurrent.RejectedExecutionException;

/** Whether a client is open, and its calls in flight, which end when it is closed. */
public final class ClientLifecycle {
  private final InterruptibleThreads blocked = new InterruptibleThreads();
  private final CompletionThreads threads = new CompletionThreads("client-close");
  private final ClosingRegistry<Runnable> calls = new ClosingRegistry<>();

  /** Closes the client and ends all its calls. Returns whether this was the first time. */
  public boolean close() {
    boolean first = calls.close(this::end);
    blocked.interruptAll();
    threads.shutdown();
    return first;
  }

  /** Registers the current thread, which is interrupted when the client is closed. */
  public Waiter enter() {
    return blocked.enter();
  }

  /**
   * Registers an asynchronous call.
   *
   * @param end ends the call; runs on a thread that the host may block
   */
  public void add(Runnable end) {
    if (!calls.add(end)) {
      end(end);
    }
  }

  public void remove(Runnable end) {
    calls.remove(end);
  }

  public boolean isClosed() {
    return calls.isClosed();
  }

  public void checkOpen() {
    if (isClosed()) {
      throw new IllegalStateException(
          "This client is closed. Keep one client open for as long as the application needs it.");
    }
  }

  private void end(Runnable call) {
    try {
      threads.execute(call);
    } catch (RejectedExecutionException e) {
      call.run();
    }
  }
}
