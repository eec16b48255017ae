package canon.cpp.cloudservice.testing.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClientBuilder;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.Settled;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportBuilder;
import canon.cpp.cloudservice.http.TrustSettings;
import canon.cpp.cloudservice.testing.chaos.ReportedResult.Kind;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Pem;
import canon.cpp.cloudservice.testing.internal.identity.crypto.TestTls;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final int DEFAULT_CHANGES = 1000;
  private static final int CHANGES = Integer.getInteger("chaos.changes", DEFAULT_CHANGES);
  private static final long SEED = Long.getLong("chaos.seed", 1);

  /** How the service is reached, and what that allows. */
  private enum Service {
    IN_CLEAR,
    IN_CLEAR_WITH_ECHO,
    WITH_TLS,
    WITH_HTTP_2;

    private Gateway open(URI service, long seed) {
      return this == WITH_HTTP_2
          ? new Http2Gateway(service, seed)
          : new ChaosProxy(service, seed, this == WITH_TLS);
    }

    /** The default build has few changes here, which need not meet every fault. */
    private int changes() {
      boolean few = this == IN_CLEAR_WITH_ECHO || this == WITH_HTTP_2;
      return few && CHANGES <= DEFAULT_CHANGES ? CHANGES * 3 / 10 : CHANGES;
    }

    private Set<NetworkFault> expectedFaults() {
      if (changes() < DEFAULT_CHANGES) {
        return EnumSet.of(NetworkFault.RESET_AFTER_REQUEST, NetworkFault.RESET_BEFORE_RESPONSE);
      }
      EnumSet<NetworkFault> faults = EnumSet.allOf(NetworkFault.class);
      if (this != WITH_HTTP_2) {
        faults.removeAll(EnumSet.of(NetworkFault.LINK_LOST, NetworkFault.LINK_SILENT));
      }
      return faults;
    }

    /** A response of another request may lack the echo here, and is then believed by default. */
    private CloudServiceClientBuilder options(CloudServiceClientBuilder client) {
      return this == IN_CLEAR_WITH_ECHO ? client.requireEcho() : client;
    }
  }

  @Test
  void everyChangeIsAppliedOnceAndEveryReportIsTrueOnHttpClientWithoutTls() throws Exception {
    prove("HttpClient in clear", HttpTransport.jdk(), Service.IN_CLEAR);
  }

  @Test
  void everyChangeIsAppliedOnceAndEveryReportIsTrueOnHttpClientWithTls() throws Exception {
    prove("HttpClient with TLS", HttpTransport.jdk(), Service.WITH_TLS);
  }

  @Test
  void everyChangeIsAppliedOnceAndEveryReportIsTrueOnHttpClientWithHttp2() throws Exception {
    prove("HttpClient with HTTP/2", HttpTransport.jdk(), Service.WITH_HTTP_2);
  }

  @Test
  void everyChangeIsAppliedOnceAndEveryReportIsTrueOnUrlConnectionWithTls() throws Exception {
    prove("HttpURLConnection with TLS", HttpTransport.urlConnection(), Service.WITH_TLS);
  }

  /**
   * Without TLS the transport cannot detect that Java has sent an attempt twice (decision 6), or
   * that a second response is on its way on a connection. So the clients require the echo there.
   */
  @Test
  void everyChangeIsAppliedOnceAndEveryReportIsTrueOnUrlConnectionWithoutTls() throws Exception {
    prove("HttpURLConnection in clear", HttpTransport.urlConnection(), Service.IN_CLEAR_WITH_ECHO);
  }

  private static void prove(String name, HttpTransportBuilder network, Service service)
      throws Exception {
    long begin = System.nanoTime();
    int changes = service.changes();
    byte[] authority = Pem.of(TestTls.shared().authority()).getBytes(StandardCharsets.UTF_8);
    network.trust(TrustSettings.system().withTrustAnchors(authority));
    try (ChaosWorld world =
        new ChaosWorld(SEED, changes, network.build(), service::open, service::options)) {
      List<ReportedResult> soon = run(world, changes);
      world.gateway().injector().calmDown(Duration.ofSeconds(30));
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
      all.assertThat(world.gateway().happened())
          .as("every fault happens")
          .containsKeys(service.expectedFaults().toArray(new NetworkFault[0]));
      all.assertAll();
    }
  }

  private static Kind[] expectedKinds() {
    return new Kind[] {
      Kind.DONE, Kind.NOT_SENT, Kind.REJECTED, Kind.SETTLED_APPLIED, Kind.SETTLED_REJECTED
    };
  }

  private static List<ReportedResult> run(ChaosWorld world, int changes) throws Exception {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<ReportedResult>>> work = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        work.add(
            threads.submit(
                () -> {
                  List<ReportedResult> results = new ArrayList<>();
                  for (int n = next.getAndIncrement(); n < changes; n = next.getAndIncrement()) {
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
      return new ReportedResult(change, Kind.DONE, change.ownKey(), 0, List.of());
    } catch (CloudServiceException e) {
      String key = e.idempotencyKey().orElseThrow();
      return switch (e.outcome()) {
        case NOT_SENT -> new ReportedResult(change, Kind.NOT_SENT, key, 0, e.attempts());
        case REJECTED -> new ReportedResult(change, Kind.REJECTED, key, 0, e.attempts());
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
        return new ReportedResult(change, kind, key, tries, failure.attempts());
      } catch (CloudServiceException e) {
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.idempotencyKey()).contains(key);
        unknown = e;
      }
    }
    return new ReportedResult(
        change, Kind.NEVER_SETTLED, key, MOST_TRIES_TO_SETTLE, failure.attempts(), unknown);
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
            + " rejected first and applied afterwards %d;"
            + " attempts received twice %d%n",
        name,
        SEED,
        results.size(),
        THREADS,
        took.toMillis() / 1000.0,
        world.gateway().happened(),
        count(results),
        tries,
        later,
        audit.appliedTwice.size(),
        audit.reportedButMissing.size(),
        audit.appliedButNotReported.size(),
        audit.settledWrongly.size(),
        audit.neverSettled.size(),
        audit.appliedAfterRejection.size(),
        world.gateway().retransmittedKeys().size());
  }
}
