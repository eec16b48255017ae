package canon.cpp.cloudservice.internal.jdk;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Executes the tasks of the JDK's client. In its selector thread, the usual ones run at once, which
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
  private final AtomicInteger chunkedBodies = new AtomicInteger();
  private volatile boolean tunnels;

  ClientTasks(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    if (isQuick(task.getClass().getName()) && isSelector(Thread.currentThread())) {
      task.run();
    } else {
      threads.execute(task);
    }
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
