package canon.cpp.cloudservice.internal.concurrent;

import org.jspecify.annotations.Nullable;

/**
 * Threads in blocking code, which are interrupted when their owner is closed.
 *
 * <p>Owners nest: a call, and its exchange. A thread receives one interrupt from all of them, so
 * that another one can only be the host's, which is never lost.
 */
public final class InterruptibleThreads {
  private static final ThreadLocal<@Nullable Interrupts> CURRENT = new ThreadLocal<>();

  private final ClosingRegistry<Waiter> waiters = new ClosingRegistry<>();

  /** The interrupts of one thread, while it is in blocking code. */
  private static final class Interrupts {
    private final Thread thread = Thread.currentThread();
    private int depth;

    /** Whether an owner has interrupted the thread. */
    private boolean byOwner;

    /** Whether the host had interrupted it before. */
    private boolean byHost;
  }

  /** Registers the current thread. */
  public Waiter enter() {
    Interrupts interrupts = CURRENT.get();
    if (interrupts == null) {
      interrupts = new Interrupts();
      CURRENT.set(interrupts);
    }
    interrupts.depth++;
    Waiter waiter = new Waiter(interrupts);
    if (!waiters.add(waiter)) {
      waiter.interrupt();
    }
    return waiter;
  }

  /** Interrupts all registered threads, now and later. */
  public void interruptAll() {
    boolean unused = waiters.close(Waiter::interrupt);
  }

  /** One thread in blocking code. */
  public final class Waiter {
    private final Interrupts interrupts;
    private boolean interrupted;
    private boolean left;

    private Waiter(Interrupts interrupts) {
      this.interrupts = interrupts;
    }

    /** Interrupts the thread if it is still registered. */
    public void interrupt() {
      synchronized (interrupts) {
        if (!left) {
          interrupted = true;
          if (!interrupts.byOwner) {
            interrupts.byOwner = true;
            interrupts.byHost = interrupts.thread.isInterrupted();
            interrupts.thread.interrupt();
          }
        }
      }
    }

    /**
     * Ends the registration. An interrupt of the owner is not left behind, one of the host is.
     *
     * @return whether the owner has interrupted the thread
     */
    public boolean leave() {
      return leave(false);
    }

    /**
     * Does the same after an {@link InterruptedException}, which has cleared the interrupt flag.
     */
    public boolean leaveInterrupted() {
      return leave(true);
    }

    private boolean leave(boolean cleared) {
      synchronized (interrupts) {
        if (left) {
          return interrupted;
        }
        left = true;
        if (interrupted && interrupts.byOwner) {
          boolean again = Thread.interrupted() && cleared;
          if (again || interrupts.byHost) {
            interrupts.thread.interrupt();
          }
          interrupts.byOwner = false;
          interrupts.byHost = false;
        }
      }
      waiters.remove(this);
      if (--interrupts.depth == 0) {
        CURRENT.remove();
      }
      return interrupted;
    }
  }
}
