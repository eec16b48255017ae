package canon.cpp.cloudservice.internal.jdk;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Executes the tasks of one HttpClient. In its selector thread, the usual ones run at once, which
 * spares changes of threads. They read frames and headers, copy bodies into memory and write
 * requests; they never block and never run code of the host.
 *
 * <p>One kind of parsing may never return, that of a chunked body (decision 21). In the selector
 * thread it would stop all exchanges. So while such a body may be received, all of these tasks run
 * in the threads of the transport. The client itself reads what a proxy responds to a request for a
 * tunnel, so after the first tunnel they always do.
 *
 * <p>Tasks are recognised by their class. Another task, such as the validation of certificates,
 * runs in the threads of the transport. ClientTasksTest shows which ones are recognised on the
 * tested JDKs.
 */
final class ClientTasks implements Executor {
  private static final String SELECTOR = "jdk.internal.net.http.HttpClientImpl$SelectorManager";

  /** Reads or writes a connection. */
  private static final String TRANSFER = "jdk.internal.net.http.common.SequentialScheduler$";

  /** Starts to read a body. */
  private static final String RESPONSE = "jdk.internal.net.http.Http1Response$";

  /** Continues an exchange after one of its steps. */
  private static final String STEP = "java.util.concurrent.CompletableFuture$";

  /** Tells the writer of a connection that it may write. */
  private static final String WRITER = "jdk.internal.net.http.SocketTube$InternalWriteSubscriber";

  /** Asks {@link BodyReader#getBody()} for its future. */
  private static final String BODY = "jdk.internal.net.http.ResponseSubscribers";

  private final Executor threads;

  /** Held by the selector thread while it runs tasks. */
  private final ReentrantLock selector = new ReentrantLock();

  private final AtomicInteger chunkedBodies = new AtomicInteger();
  private volatile boolean tunnels;

  ClientTasks(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    if (!isSelector(Thread.currentThread()) || !runsInSelector(task)) {
      threads.execute(task);
    }
  }

  /** Returns whether the task was one that the selector thread may run, and has run. */
  private boolean runsInSelector(Runnable task) {
    selector.lock();
    try {
      boolean quick = isQuick(task.getClass().getName());
      if (quick) {
        task.run();
      }
      return quick;
    } finally {
      selector.unlock();
    }
  }

  /**
   * Waits until the selector thread has left the tasks that it began before {@link
   * #chunkedBodyStarted}. If bytes are requested while it still reads the headers, it parses them,
   * whichever thread requests them.
   */
  @SuppressWarnings("LockNotBeforeTry") // Nothing is done while the lock is held.
  void awaitSelector() {
    selector.lock();
    selector.unlock();
  }

  private boolean isQuick(String task) {
    return task.startsWith(WRITER) || task.startsWith(BODY) || (mayParse(task) && parsesAtOnce());
  }

  /** Returns whether nothing that may be received can make the parser loop. */
  boolean parsesAtOnce() {
    return chunkedBodies.get() == 0 && !tunnels;
  }

  private static boolean mayParse(String task) {
    return task.startsWith(TRANSFER) || task.startsWith(RESPONSE) || task.startsWith(STEP);
  }

  private static boolean isSelector(Thread thread) {
    return thread.getClass().getName().equals(SELECTOR);
  }

  /** Returns whether a thread waits for the selector thread, for tests. */
  boolean isAwaited() {
    return selector.hasQueuedThreads();
  }

  /** Returns the threads that execute work that may never return. */
  Executor threads() {
    return threads;
  }

  /** Notes that a chunked body may be parsed from now on, until {@link #chunkedBodyEnded}. */
  void chunkedBodyStarted() {
    chunkedBodies.incrementAndGet();
  }

  void chunkedBodyEnded() {
    chunkedBodies.decrementAndGet();
  }

  /** Notes that a tunnel may be requested from a proxy. */
  void tunnelRequested() {
    tunnels = true;
  }
}
