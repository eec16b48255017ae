package canon.cpp.cloudservice.testing.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.Settled;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportBuilder;
import canon.cpp.cloudservice.http.TrustSettings;
import canon.cpp.cloudservice.testing.chaos.ReportedResult.Kind;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Pem;
import canon.cpp.cloudservice.testing.internal.identity.crypto.TestTls;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The proof that the library applies each change at most once, and that its reports are true: many
 * concurrent changes over a faulty network, then a comparison with the state and the log of the
 * service. {@code -Pchaos} runs more changes, {@code -Dchaos.seed=7} injects other faults.
 */
@Tag("chaos")
@Isolated("its short timeouts would suffer from other tests, and other tests from its threads")
class ChaosTest {
  private static final int THREADS = 16;
  private static final int MOST_TRIES_TO_SETTLE = 50;
  private static final int CHANGES = Integer.getInteger("chaos.changes", 1000);
  private static final long SEED = Long.getLong("chaos.seed", 1);

  @Test
  void everyChangeIsAppliedOnceAndEveryReportIsTrueOnHttpClientWithoutTls() throws Exception {
    prove("HttpClient in clear", HttpTransport.jdk(), false);
  }

  @Test
  void everyChangeIsAppliedOnceAndEveryReportIsTrueOnHttpClientWithTls() throws Exception {
    prove("HttpClient with TLS", HttpTransport.jdk(), true);
  }

  /** Without TLS, retransmissions by Java cannot be detected, so this is not promised. */
  @Test
  void everyChangeIsAppliedOnceAndEveryReportIsTrueOnUrlConnectionWithTls() throws Exception {
    prove("HttpURLConnection with TLS", HttpTransport.urlConnection(), true);
  }

  private static void prove(String name, HttpTransportBuilder network, boolean secured)
      throws Exception {
    long begin = System.nanoTime();
    byte[] authority = Pem.of(TestTls.shared().authority()).getBytes(StandardCharsets.UTF_8);
    network.trust(TrustSettings.system().withTrustAnchors(authority));
    try (ChaosWorld world = new ChaosWorld(SEED, CHANGES, network.build(), secured)) {
      List<ReportedResult> soon = run(world);
      world.proxy().calmDown(Duration.ofSeconds(30));
      long later = soon.stream().filter(result -> result.unknown() != null).count();
      List<ReportedResult> results = soon.stream().map(ChaosTest::settledLater).toList();
      world.readStore();

      Audit audit = new Audit(results, world.fake().log().entries());

      print(name, world, results, later, audit, Duration.ofNanos(System.nanoTime() - begin));
      SoftAssertions all = new SoftAssertions();
      all.assertThat(audit.appliedTwice).as("applied twice").isEmpty();
      all.assertThat(audit.reportedButMissing).as("reported as done, but missing").isEmpty();
      all.assertThat(audit.appliedButNotReported).as("reported as not done, but applied").isEmpty();
      all.assertThat(audit.settledWrongly).as("settled wrongly").isEmpty();
      all.assertThat(audit.neverSettled).as("never settled").isEmpty();
      all.assertThat(count(results))
          .as("every kind of result occurs")
          .containsKeys(expectedKinds());
      all.assertThat(world.proxy().happened())
          .as("every fault happens")
          .containsKeys(NetworkFault.values());
      all.assertAll();
    }
  }

  private static Kind[] expectedKinds() {
    return new Kind[] {
      Kind.DONE, Kind.NOT_SENT, Kind.REJECTED, Kind.SETTLED_APPLIED, Kind.SETTLED_REJECTED
    };
  }

  private static List<ReportedResult> run(ChaosWorld world) throws Exception {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<ReportedResult>>> work = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        work.add(
            threads.submit(
                () -> {
                  List<ReportedResult> results = new ArrayList<>();
                  for (int n = next.getAndIncrement(); n < CHANGES; n = next.getAndIncrement()) {
                    results.add(result(world.plan(n)));
                  }
                  return results;
                }));
      }
      List<ReportedResult> results = new ArrayList<>();
      for (Future<List<ReportedResult>> part : work) {
        results.addAll(part.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static ReportedResult result(PlannedChange change) {
    try {
      execute(change.call(), change.number());
      return new ReportedResult(change, Kind.DONE, change.ownKey(), 0);
    } catch (CloudServiceException e) {
      String key = e.idempotencyKey().orElseThrow();
      return switch (e.outcome()) {
        case NOT_SENT -> new ReportedResult(change, Kind.NOT_SENT, key, 0);
        case REJECTED -> new ReportedResult(change, Kind.REJECTED, key, 0);
        case UNKNOWN -> settle(change, e, key);
        case COMPLETED -> throw new AssertionError("No failed call is completed", e);
      };
    }
  }

  private static ReportedResult settle(
      PlannedChange change, CloudServiceException failure, String key) {
    CloudServiceException unknown = failure;
    for (int tries = 1; tries <= MOST_TRIES_TO_SETTLE; tries++) {
      try {
        // The time grows, so that a slow machine succeeds too.
        Duration timeout = ChaosWorld.TIMEOUT.multipliedBy(Math.min(tries, 10));
        Settled settled = execute(unknown.settle().timeout(timeout), change.number() + tries);
        Kind kind = settled.applied() ? Kind.SETTLED_APPLIED : Kind.SETTLED_REJECTED;
        return new ReportedResult(change, kind, key, tries);
      } catch (CloudServiceException e) {
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.idempotencyKey()).contains(key);
        unknown = e;
      }
    }
    return new ReportedResult(change, Kind.NEVER_SETTLED, key, MOST_TRIES_TO_SETTLE, unknown);
  }

  /** Changes that could not be settled during the outage can be settled afterwards. */
  private static ReportedResult settledLater(ReportedResult result) {
    CloudServiceException unknown = result.unknown();
    return unknown == null ? result : settle(result.change(), unknown, result.key());
  }

  /** The even ones are blocking, the odd ones asynchronous. */
  private static <T> T execute(Call<T> call, int number) {
    if (number % 2 == 0) {
      return call.execute();
    }
    try {
      return call.executeAsync().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CloudServiceException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static Map<Kind, Integer> count(List<ReportedResult> results) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    results.forEach(result -> counts.merge(result.kind(), 1, Integer::sum));
    return counts;
  }

  private static void print(
      String name,
      ChaosWorld world,
      List<ReportedResult> results,
      long later,
      Audit audit,
      Duration took) {
    int tries = results.stream().mapToInt(ReportedResult::triesToSettle).sum();
    System.out.printf(
        "chaos by %s: seed %d, %d changes from %d threads in %.1f s%n"
            + "  faults: %s%n"
            + "  reported: %s, settle() executed %d times, %d settled later%n"
            + "  applied twice %d, reported but missing %d, applied but not reported %d,"
            + " settled wrongly %d, never settled %d;"
            + " rejected first and applied afterwards %d%n",
        name,
        SEED,
        CHANGES,
        THREADS,
        took.toMillis() / 1000.0,
        world.proxy().happened(),
        count(results),
        tries,
        later,
        audit.appliedTwice.size(),
        audit.reportedButMissing.size(),
        audit.appliedButNotReported.size(),
        audit.settledWrongly.size(),
        audit.neverSettled.size(),
        audit.appliedAfterRejection.size());
  }
}
