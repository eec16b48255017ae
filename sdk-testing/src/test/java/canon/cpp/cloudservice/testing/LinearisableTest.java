package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.testing.LinearHistory.Event;
import canon.cpp.cloudservice.testing.LinearModel.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random concurrent operations of several clients, by seed: their results are possible in some
 * sequential order, and the log has the same order. Each client is an account whose rights the
 * others change meanwhile.
 */
@Timeout(120)
class LinearisableTest {
  private static final List<String> PEOPLE =
      List.of("a@contoso.com", "b@contoso.com", "c@contoso.com", "d@contoso.com");
  private static final LinearModel START =
      new LinearModel(
          Map.of(
              PEOPLE.get(0),
              Person.ADMINISTRATOR,
              PEOPLE.get(1),
              Person.ADMINISTRATOR,
              PEOPLE.get(2),
              new Person(true, true, "invited", "", false)));

  private static FakeCloudService fake() {
    return FakeCloudService.builder()
        .site(
            site ->
                site.administrator(PEOPLE.get(0)).administrator(PEOPLE.get(1)).user(PEOPLE.get(2)))
        .build();
  }

  /** Held before they are applied, and released in another order: the same in every run. */
  @Test
  void overlappingOperationsOfOneThreadAreLinearisable() {
    for (long seed = 0; seed < 300; seed++) {
      LinearHistory history = new LinearHistory();
      try (FakeCloudService fake = fake()) {
        interleave(fake, history, new Random(seed));
        check("seed " + seed, fake, history);
      }
    }
  }

  /** An operation in flight, and the action that lets it end. */
  private record Running(Event event, Hold hold, CompletableFuture<Wire.Answer> answer) {}

  private static void interleave(FakeCloudService fake, LinearHistory history, Random random) {
    List<Running> running = new ArrayList<>();
    for (int begun = 0; begun < 14 || !running.isEmpty(); ) {
      if (begun < 14 && (running.isEmpty() || random.nextInt(3) > 0)) {
        String caller = PEOPLE.get(random.nextInt(PEOPLE.size()));
        LinearOperation operation = LinearOperation.random(random, caller, PEOPLE);
        Event event = history.begin(operation);
        Hold hold = fake.faults().on(operation.name()).times(1).hold();
        Wire wire = Wire.as(fake, caller).key("key-" + begun++);
        running.add(new Running(event, hold, operation.send(wire)));
      } else {
        Running one = running.remove(random.nextInt(running.size()));
        one.hold().release();
        history.end(one.event(), one.event().operation().read(one.answer().join()));
      }
    }
  }

  @Test
  void operationsOfSeveralThreadsAreLinearisable() {
    for (long seed = 0; seed < 40; seed++) {
      LinearHistory history = new LinearHistory();
      try (FakeCloudService fake = fake()) {
        inThreads(fake, history, seed);
        check("seed " + seed, fake, history);
      }
    }
  }

  @Test
  void operationsRetriedUnderChaosAreLinearisable() {
    for (long seed = 0; seed < 40; seed++) {
      LinearHistory history = new LinearHistory();
      try (FakeCloudService fake = fake()) {
        fake.faults().chaos(seed);
        inThreads(fake, history, seed);
        check("seed " + seed, fake, history);
      }
    }
  }

  private static void inThreads(FakeCloudService fake, LinearHistory history, long seed) {
    CyclicBarrier start = new CyclicBarrier(PEOPLE.size());
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (String caller : PEOPLE) {
      Random random = new Random(seed * 31 + PEOPLE.indexOf(caller));
      Wire wire = Wire.as(fake, caller);
      all.add(
          CompletableFuture.runAsync(
              () -> {
                await(start);
                for (int i = 0; i < 5; i++) {
                  LinearOperation operation = LinearOperation.random(random, caller, PEOPLE);
                  Event event = history.begin(operation);
                  history.end(event, untilAnswered(operation, wire.key(caller + "-" + i)));
                }
              },
              task -> new Thread(task).start()));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
  }

  private static String untilAnswered(LinearOperation operation, Wire wire) {
    while (true) {
      try {
        Wire.Answer answer = operation.send(wire).join();
        if (answer.status() != 503) {
          return operation.read(answer);
        }
      } catch (CompletionException e) {
        assertThat(e).hasCauseInstanceOf(HttpTransportException.class);
      }
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** One order explains all results, and the log has each applied change once. */
  private static void check(String seed, FakeCloudService fake, LinearHistory history) {
    assertThat(history.isLinearisable(START)).as("%s:%n%s", seed, history).isTrue();
    List<String> done =
        history.events().stream()
            .filter(event -> event.operation().isChange() && event.answer().startsWith("200"))
            .map(event -> event.operation().caller() + " " + event.operation().name())
            .sorted()
            .toList();
    assertThat(fake.log().entries().stream().filter(LoggedRequest::applied))
        .as(seed)
        .extracting(entry -> entry.account().email().orElseThrow() + " " + entry.operation())
        .containsExactlyInAnyOrderElementsOf(done);
  }
}
