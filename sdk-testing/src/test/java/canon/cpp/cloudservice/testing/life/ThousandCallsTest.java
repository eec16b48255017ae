package canon.cpp.cloudservice.testing.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.site.Site;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeEndpoint;
import canon.cpp.cloudservice.testing.Hold;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A thousand concurrent calls on one client, over HTTP, to a service that holds them all. */
@Isolated("it needs two thousand sockets")
class ThousandCallsTest {
  private static final int CALLS = 1000;

  /**
   * Client, tokens, HTTP: 8, 8, 64; on few processors, 64 that send asynchronous calls; two timers,
   * a selector, the caller.
   */
  private static final int MOST_THREADS = 8 + 8 + 64 + 64 + 4;

  private final FakeCloudService fake =
      FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build();
  private final FakeEndpoint endpoint = fake.http();
  private final ThreadGroup group = new ThreadGroup("calls");
  private final Hold hold = fake.faults().on("getSite").hold();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void aThousandAsynchronousCallsShareAFewThreads() throws Exception {
    inGroup(() -> call(view -> view.site().get().executeAsync()));
  }

  @Test
  void aThousandBlockingCallsRunInVirtualThreads() throws Exception {
    assumeTrue(Runtime.version().feature() >= 21, "virtual threads need JDK 21");
    Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
    Executor virtual =
        work -> {
          try {
            start.invoke(null, work);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        };

    inGroup(
        () ->
            call(
                view -> CompletableFuture.supplyAsync(() -> view.site().get().execute(), virtual)));
  }

  private Void call(Function<CloudServiceClient, CompletableFuture<Site>> start) {
    try (CloudServiceClient client =
        CloudServiceClient.builder(endpoint.address()).timeout(Duration.ofMinutes(1)).build()) {
      CloudServiceClient view =
          client.withTokenProvider(endpoint.tokenProvider(fake.account("admin@contoso.com")));
      List<CompletableFuture<Site>> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        calls.add(start.apply(view));
      }
      hold.reached().join();
      assertThat(calls).noneMatch(CompletableFuture::isDone);
      assertThat(threads()).as("while they wait").hasSizeLessThanOrEqualTo(MOST_THREADS);

      hold.release();

      assertThat(calls).allSatisfy(call -> assertThat(call.join().id()).startsWith("sit_"));
      assertThat(threads()).as("afterwards").hasSizeLessThanOrEqualTo(MOST_THREADS);
      assertThat(fake.log().of("getSite")).hasSize(CALLS);
    }
    return null;
  }

  /**
   * Except threads in which the JDK's client completes an asynchronous exchange: it uses the common
   * pool or, on fewer than three processors, a short-lived thread. Except those in which the fake
   * responds to held requests: they belong to the thread that releases them.
   */
  private List<String> threads() {
    Thread[] all = new Thread[2 * CALLS];
    int count = group.enumerate(all);
    return Arrays.stream(all, 0, count)
        .map(Thread::getName)
        .filter(name -> !name.matches("Thread-\\d+|fake-cloud-service-.*"))
        .sorted()
        .toList();
  }

  /** Threads that are started here belong to this group, and only they do. */
  private void inGroup(Callable<Void> work) throws Exception {
    FutureTask<Void> task = new FutureTask<>(work);
    new Thread(group, task, "caller").start();
    task.get(2, TimeUnit.MINUTES);
  }
}
