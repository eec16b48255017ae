package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether a client is still open, and the calls that are under way and end with it. */
public final class ClientLifecycle {
  private final InterruptibleThreads waiters = new InterruptibleThreads();
  private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Ends it, and with it all running calls; tells whether this was the first time. */
  public boolean end() {
    synchronized (this) {
      if (closed) {
        return false;
      }
      closed = true;
    }
    waiters.interruptAll();
    endings.forEach(this::run);
    return true;
  }

  /** Has the waiting of this thread end with the client; at once if that is closed already. */
  Waiter enter() {
    return waiters.enter();
  }

  /** Has a call end with the client; at once if that is closed already. */
  public void add(Runnable ending) {
    endings.add(ending);
    if (closed) {
      run(ending);
    }
  }

  public void remove(Runnable ending) {
    endings.remove(ending);
  }

  public boolean isClosed() {
    return closed;
  }

  public void checkOpen() {
    if (closed) {
      throw new IllegalStateException(
          "This client is closed. Keep one client open for as long as the program needs it.");
    }
  }

  private void run(Runnable ending) {
    if (endings.remove(ending)) {
      ending.run();
    }
  }
}
