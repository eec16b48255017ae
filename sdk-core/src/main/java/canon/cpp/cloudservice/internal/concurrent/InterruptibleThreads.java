package canon.cpp.cloudservice.internal.concurrent;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Threads inside code that nothing but an interrupt ends. */
public final class InterruptibleThreads {
  private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Begins to wait in this thread. */
  public Waiter enter() {
    Waiter waiter = new Waiter(Thread.currentThread());
    waiters.add(waiter);
    if (closed) {
      waiter.interrupt();
    }
    return waiter;
  }

  /** Ends all waiting, now and later. */
  public void interruptAll() {
    closed = true;
    waiters.forEach(Waiter::interrupt);
  }

  /** One thread that waits. */
  public final class Waiter {
    private final Thread thread;
    private boolean interrupted;
    private boolean gone;

    private Waiter(Thread thread) {
      this.thread = thread;
    }

    /** Ends this waiting, if it has not ended. */
    public synchronized void interrupt() {
      if (!gone) {
        interrupted = true;
        thread.interrupt();
      }
    }

    /**
     * Ends the waiting. No interrupt comes from here any more, and none is left behind.
     *
     * @return whether there was one
     */
    public synchronized boolean leave() {
      gone = true;
      waiters.remove(this);
      if (interrupted) {
        boolean unusedFlag = Thread.interrupted();
      }
      return interrupted;
    }
  }
}
