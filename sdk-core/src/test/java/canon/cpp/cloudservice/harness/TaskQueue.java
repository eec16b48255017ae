package canon.cpp.cloudservice.harness;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** An executor whose work is done when, and in the thread in which, the test says so. */
public final class TaskQueue implements Executor {
  private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  @Override
  public void execute(Runnable work) {
    tasks.add(work);
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
