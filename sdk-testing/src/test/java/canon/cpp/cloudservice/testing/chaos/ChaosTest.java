package canon.cpp.cloudservice.testing.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.Settled;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportBuilder;
import canon.cpp.cloudservice.http.TrustSettings;
import canon.cpp.cloudservice.testing.chaos.Fate.Word;
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
      List<Fate> soon = run(world);
      world.proxy().calmDown(Duration.ofSeconds(30));
      long later = soon.stream().filter(fate -> fate.unknown() != null).count();
      List<Fate> fates = soon.stream().map(ChaosTest::settledLater).toList();
      world.readStore();

      Audit audit = new Audit(fates, world.fake().log().entries());

      print(name, world, fates, later, audit, Duration.ofNanos(System.nanoTime() - begin));
      SoftAssertions all = new SoftAssertions();
      all.assertThat(audit.happenedTwice).as("happened twice").isEmpty();
      all.assertThat(audit.doneButMissing).as("reported as done, but missing").isEmpty();
      all.assertThat(audit.notDoneButApplied).as("reported as not done, but applied").isEmpty();
      all.assertThat(audit.settledUntruthfully).as("settled untruthfully").isEmpty();
      all.assertThat(audit.neverSettled).as("never settled").isEmpty();
      all.assertThat(count(fates)).as("every word occurs").containsKeys(expectedWords());
      all.assertThat(world.proxy().happened())
          .as("everything happens")
          .containsKeys(Mishap.values());
      all.assertAll();
    }
  }

  private static Word[] expectedWords() {
    return new Word[] {
      Word.DONE, Word.NOT_SENT, Word.REJECTED, Word.SETTLED_LANDED, Word.SETTLED_REFUSED
    };
  }

  private static List<Fate> run(ChaosWorld world) throws Exception {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<Fate>>> work = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        work.add(
            threads.submit(
                () -> {
                  List<Fate> fates = new ArrayList<>();
                  for (int n = next.getAndIncrement(); n < CHANGES; n = next.getAndIncrement()) {
                    fates.add(fate(world.plan(n)));
                  }
                  return fates;
                }));
      }
      List<Fate> fates = new ArrayList<>();
      for (Future<List<Fate>> part : work) {
        fates.addAll(part.get());
      }
      return fates;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Fate fate(PlannedChange change) {
    try {
      execute(change.call(), change.number());
      return new Fate(change, Word.DONE, change.ownKey(), 0);
    } catch (CloudServiceException e) {
      String key = e.idempotencyKey().orElseThrow();
      return switch (e.outcome()) {
        case NOT_SENT -> new Fate(change, Word.NOT_SENT, key, 0);
        case REJECTED -> new Fate(change, Word.REJECTED, key, 0);
        case UNKNOWN -> settle(change, e, key);
        case COMPLETED -> throw new AssertionError("No failed call is completed", e);
      };
    }
  }

  private static Fate settle(PlannedChange change, CloudServiceException failure, String key) {
    CloudServiceException unknown = failure;
    for (int tries = 1; tries <= MOST_TRIES_TO_SETTLE; tries++) {
      try {
        // The time grows, so that a slow machine succeeds too.
        Duration timeout = ChaosWorld.TIMEOUT.multipliedBy(Math.min(tries, 10));
        Settled settled = execute(unknown.settle().timeout(timeout), change.number() + tries);
        Word word = settled.applied() ? Word.SETTLED_LANDED : Word.SETTLED_REFUSED;
        return new Fate(change, word, key, tries);
      } catch (CloudServiceException e) {
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.idempotencyKey()).contains(key);
        unknown = e;
      }
    }
    return new Fate(change, Word.NEVER_SETTLED, key, MOST_TRIES_TO_SETTLE, unknown);
  }

  /** Changes that could not be settled during the outage can be settled afterwards. */
  private static Fate settledLater(Fate fate) {
    CloudServiceException unknown = fate.unknown();
    return unknown == null ? fate : settle(fate.change(), unknown, fate.key());
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

  private static Map<Word, Integer> count(List<Fate> fates) {
    Map<Word, Integer> counts = new EnumMap<>(Word.class);
    fates.forEach(fate -> counts.merge(fate.word(), 1, Integer::sum));
    return counts;
  }

  private static void print(
      String name, ChaosWorld world, List<Fate> fates, long later, Audit audit, Duration took) {
    int tries = fates.stream().mapToInt(Fate::triesToSettle).sum();
    System.out.printf(
        "chaos by %s: seed %d, %d changes from %d threads in %.1f s%n"
            + "  on the way: %s%n"
            + "  said: %s, settle() executed %d times, %d settled later%n"
            + "  happened twice %d, done but missing %d, not done but applied %d,"
            + " settled untruthfully %d, never settled %d;"
            + " rejected first and applied afterwards %d%n",
        name,
        SEED,
        CHANGES,
        THREADS,
        took.toMillis() / 1000.0,
        world.proxy().happened(),
        count(fates),
        tries,
        later,
        audit.happenedTwice.size(),
        audit.doneButMissing.size(),
        audit.notDoneButApplied.size(),
        audit.settledUntruthfully.size(),
        audit.neverSettled.size(),
        audit.landedAfterRejection.size());
  }
}
