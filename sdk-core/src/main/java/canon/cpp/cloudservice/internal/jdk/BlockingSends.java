package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of asynchronous calls by blocking exchanges, in threads of the transport.
 *
 * <p>On fewer than three processors, Java before version 25 starts a thread for each result of
 * {@code HttpClient.sendAsync}. A blocking exchange in a thread that is kept takes half of the time
 * (decision 40).
 */
final class BlockingSends implements AutoCloseable {
  private static final int THREADS = 64;

  private final ClientThreads threads = new ClientThreads("http-send", THREADS);
  private final AtomicInteger running = new AtomicInteger();

  /**
   * Returns whether Java starts a thread for each result of its asynchronous exchanges. It does so
   * before version 25, if the common pool has fewer than two threads.
   */
  static boolean areFaster() {
    boolean beforeJava25 = Integer.getInteger("java.specification.version", 25) < 25;
    return beforeJava25 && ForkJoinPool.getCommonPoolParallelism() <= 1;
  }

  /**
   * Starts to send; cancelling the future aborts the exchange.
   *
   * @return null if all threads are in use
   */
  @Nullable CompletableFuture<HttpResponse> sendAsync(JdkCall call) {
    if (running.incrementAndGet() > THREADS) {
      running.decrementAndGet();
      return null;
    }
    BlockingSend send = new BlockingSend(call, running::decrementAndGet);
    threads.execute(send);
    return send.response();
  }

  @Override
  public void close() {
    threads.close();
  }
}
