package canon.cpp.cloudservice.signin.internal.microsoft;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps msal4j's work until the calling thread does it. Without an executor it would block the
 * JVM's common pool, and one that works at once is too early for its device code, which looks at
 * the future that it has not given back yet. For one thread.
 */
final class CallingThreadExecutor extends AbstractExecutorService {
  private final Queue<Runnable> work = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    work.add(task);
  }

  /** Does what there is to do. */
  void work() {
    for (Runnable task = work.poll(); task != null; task = work.poll()) {
      task.run();
    }
  }

  @Override
  public void shutdown() {
    work.clear();
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> left = List.copyOf(work);
    work.clear();
    return left;
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }
}
