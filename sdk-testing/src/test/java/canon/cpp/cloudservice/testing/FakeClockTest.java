package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeClockTest {
  private final FakeClock clock = new FakeClock();

  @Test
  void standsStillUntilItIsAdvanced() {
    assertThat(clock.instant()).isEqualTo(FakeClock.START);

    clock.advance(Duration.ofMinutes(90));

    assertThat(clock.instant()).isEqualTo(FakeClock.START.plus(Duration.ofMinutes(90)));
    assertThat(clock.nanoTime()).isEqualTo(Duration.ofMinutes(90).toNanos());
  }

  @Test
  void neverRunsBackwards() {
    Duration past = Duration.ofNanos(-1);

    assertThatThrownBy(() -> clock.advance(past)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> clock.timeout(past)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDelayAdvancesItAndEndsAtOnce() {
    assertThat(clock.pause(Duration.ofSeconds(5))).isCompleted();
    assertThat(clock.instant()).isEqualTo(FakeClock.START.plusSeconds(5));
  }

  @Test
  void aTimeoutCompletesAtItsTimeAndNotBefore() {
    CompletableFuture<Void> alarm = clock.timeout(Duration.ofSeconds(5));

    clock.advance(Duration.ofSeconds(4));
    assertThat(alarm).isNotDone();
    clock.advance(Duration.ofSeconds(1));
    assertThat(alarm).isCompleted();
  }

  @Test
  void timeoutsCompleteInOrderEachAtItsOwnTime() {
    List<Instant> heard = new ArrayList<>();
    for (int seconds : new int[] {3, 1, 2}) {
      var unused =
          clock.timeout(Duration.ofSeconds(seconds)).thenRun(() -> heard.add(clock.instant()));
    }

    clock.advance(Duration.ofSeconds(10));

    assertThat(heard)
        .containsExactly(
            FakeClock.START.plusSeconds(1),
            FakeClock.START.plusSeconds(2),
            FakeClock.START.plusSeconds(3));
    assertThat(clock.instant()).isEqualTo(FakeClock.START.plusSeconds(10));
  }

  @Test
  void aTimeoutStartedDuringAnAdvanceCompletesDuringIt() {
    CompletableFuture<Void> second =
        clock
            .timeout(Duration.ofSeconds(1))
            .thenCompose(first -> clock.timeout(Duration.ofSeconds(1)));

    clock.advance(Duration.ofSeconds(2));

    assertThat(second).isCompleted();
  }

  @Test
  void aCancelledTimeoutIsRemoved() {
    CompletableFuture<Void> alarm = clock.timeout(Duration.ofSeconds(1));

    alarm.cancel(false);
    clock.advance(Duration.ofSeconds(2));

    assertThat(alarm).isCancelled();
  }

  @Test
  void aTimeoutAtTheEndOfTimeIsAccepted() {
    assertThat(clock.timeout(Duration.ofSeconds(Long.MAX_VALUE))).isNotDone();
  }

  @ParameterizedTest
  @ValueSource(longs = {9_223_372_036L, 9_223_372_037L, Long.MAX_VALUE})
  void anInstantOutOfRangeIsRejectedAndTheClockStays(long seconds) {
    clock.advance(Duration.ofSeconds(1));
    CompletableFuture<Void> alarm = clock.timeout(Duration.ofSeconds(1));
    Duration beyond = Duration.ofSeconds(seconds);

    assertThatThrownBy(() -> clock.advance(beyond))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ends at 2322-04-12T23:47:16.854775807Z");
    var unused =
        assertThatThrownBy(() -> clock.pause(beyond)).isInstanceOf(IllegalArgumentException.class);

    assertThat(alarm).isNotDone();
    assertThat(clock.instant()).isEqualTo(FakeClock.START.plusSeconds(1));
  }

  @Test
  void canBeAdvancedToItsEnd() {
    clock.advance(Duration.ofNanos(Long.MAX_VALUE));

    assertThat(clock.instant()).isEqualTo("2322-04-12T23:47:16.854775807Z");
  }

  @Test
  void advancesOfManyThreadsAddUp() {
    IntStream.range(0, 1000).parallel().forEach(i -> clock.advance(Duration.ofSeconds(1)));

    assertThat(clock.instant()).isEqualTo(FakeClock.START.plusSeconds(1000));
  }

  @Test
  void showsTheSameTimeInAnotherZone() {
    var tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));

    clock.advance(Duration.ofSeconds(1));

    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    assertThat(tokyo.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(tokyo.instant()).isEqualTo(clock.instant());
  }
}
