package canon.cpp.cloudservice.cli.command.bulk;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a job end in order after Ctrl-C or a signal to end: its thread is interrupted, and the
 * process waits for it. The exit status is the one that the JVM has for the signal, 130 for Ctrl-C.
 */
public final class Interruption {
  private static final long LONGEST_WAIT_SECONDS = 30;

  private final CountDownLatch jobEnded = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Thread job) {
    hook = new Thread(() -> interrupt(job), "cloudservice-interruption");
  }

  /** Interrupts the current thread when the process is asked to end. */
  public static Interruption ofThisThread() {
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void interrupt(Thread job) {
    job.interrupt();
    try {
      boolean unused = jobEnded.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the process end. */
  public void ended() {
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already; the hook waits for this.
    }
    jobEnded.countDown();
  }
}
