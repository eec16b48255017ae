package canon.cpp.cloudservice.harness;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** An executor whose tasks run when the test says so, on the test's thread. */
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

  /** Sets whether all further tasks are rejected. */
  public void setFull(boolean full) {
    isFull = full;
  }

  public boolean isEmpty() {
    return tasks.isEmpty();
  }

  /** Runs one task. */
  public void runNext() {
    tasks.remove().run();
  }

  /** Runs tasks until the queue is empty. */
  public void runAll() {
    while (!isEmpty()) {
      runNext();
    }
  }
}
