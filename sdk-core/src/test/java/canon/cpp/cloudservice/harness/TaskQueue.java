package canon.cpp.cloudservice.harness;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** An executor whose work is done when, and in the thread in which, the test says so. */
public final class TaskQueue implements Executor {
  private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private volatile boolean isFull;

  @Override
  public void execute(Runnable work) {
    if (isFull) {
      throw new RejectedExecutionException("full");
    }
    tasks.add(work);
  }

  /** Says whether all further work is rejected. */
  public void setFull(boolean full) {
    isFull = full;
  }

  public boolean isEmpty() {
    return tasks.isEmpty();
  }

  /** Does one task. */
  public void runNext() {
    tasks.remove().run();
  }

  /** Works until nothing is left. */
  public void runAll() {
    while (!isEmpty()) {
      runNext();
    }
  }
}
