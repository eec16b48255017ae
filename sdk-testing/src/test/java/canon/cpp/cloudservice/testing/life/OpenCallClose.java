package canon.cpp.cloudservice.testing.life;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A program that opens a client, makes blocking and asynchronous calls and closes it, many times.
 * It then prints the threads that did not exist before: once after the library's own threads have
 * ended, and once after unreferenced objects are collected.
 */
final class OpenCallClose {
  static final int CYCLES = 50;

  private static final Duration PLENTY = Duration.ofSeconds(30);

  private OpenCallClose() {}

  /** The first argument is the address of a service, the second a token. */
  public static void main(String[] args) {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    for (int i = 0; i < CYCLES; i++) {
      openCallClose(URI.create(args[0]), args[1]);
    }
    awaitNone(before, OpenCallClose::isOurs, () -> {});
    System.out.println("LEFT " + names(before, thread -> true));
    awaitNone(before, thread -> true, System::gc);
    System.out.println("LEFT " + names(before, thread -> true));
  }

  private static void openCallClose(URI address, String token) {
    try (CloudServiceClient client = CloudServiceClient.builder(address).build()) {
      CloudServiceClient view = client.withTokenProvider(request -> AccessToken.of(token));
      String id = view.site().get().execute().id();
      if (!view.site().get().executeAsync().join().id().equals(id)) {
        throw new IllegalStateException("Two calls, two results");
      }
    }
  }

  private static void awaitNone(Set<Thread> before, Predicate<Thread> which, Runnable meanwhile) {
    long end = System.nanoTime() + PLENTY.toNanos();
    while (!names(before, which).isEmpty() && System.nanoTime() < end) {
      meanwhile.run();
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** The JVM has one thread on which its HttpClient hands over asynchronous work. */
  private static boolean isOfCommonPool(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && worker.getPool() == ForkJoinPool.commonPool();
  }

  private static boolean isOurs(Thread thread) {
    return thread.getName().startsWith("prismasync-");
  }

  private static String names(Set<Thread> before, Predicate<Thread> which) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .filter(which)
        .filter(thread -> !isOfCommonPool(thread))
        .map(Thread::getName)
        .sorted()
        .collect(Collectors.joining(","));
  }
}
