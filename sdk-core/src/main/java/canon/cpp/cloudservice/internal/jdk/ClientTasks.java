package canon.cpp.cloudservice.internal.jdk;

import java.util.concurrent.Executor;

/**
 * Executes the tasks of the JDK's client in the threads of the transport, except two small kinds,
 * which run at once. That spares two changes of threads for each exchange. The two neither parse a
 * response nor run code of the host, and never block:
 *
 * <ul>
 *   <li>the one that tells a connection's writer that it may write;
 *   <li>the one that asks {@link BodyReader#getBody()} for its future.
 * </ul>
 *
 * <p>They are recognised by their class. A task that is not recognised runs in the threads of the
 * transport; ClientTasksTest shows that both are recognised on the tested JDKs.
 */
final class ClientTasks implements Executor {
  private static final String WRITER = "jdk.internal.net.http.SocketTube$InternalWriteSubscriber";
  private static final String BODY = "jdk.internal.net.http.ResponseSubscribers";

  private final Executor threads;

  ClientTasks(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    if (writes(task) || asksForBody(task)) {
      task.run();
    } else {
      threads.execute(task);
    }
  }

  static boolean writes(Runnable task) {
    return task.getClass().getName().startsWith(WRITER);
  }

  static boolean asksForBody(Runnable task) {
    return task.getClass().getName().startsWith(BODY);
  }
}
