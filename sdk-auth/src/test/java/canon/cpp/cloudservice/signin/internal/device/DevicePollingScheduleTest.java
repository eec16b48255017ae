package canon.cpp.cloudservice.signin.internal.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.testing.FakeClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The intervals at which a provider is polled for a device code. */
class DevicePollingScheduleTest {
  private static final Duration LONG = Duration.ofMinutes(15);

  private final FakeClock clock = new FakeClock();

  @Test
  void waitsBeforeEachRequest() {
    DevicePollingSchedule pace = pace(Duration.ofSeconds(7), LONG, LONG);

    assertThat(wait(pace)).isEqualTo(7);
    assertThat(wait(pace)).isEqualTo(7);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void noIntervalMeansFiveSeconds(Duration interval) {
    assertThat(wait(pace(interval, LONG, LONG))).isEqualTo(5);
  }

  @Test
  void slowDownAddsFiveSecondsPermanently() {
    DevicePollingSchedule pace = pace(Duration.ofSeconds(5), LONG, LONG);

    pace.slowDown();
    assertThat(wait(pace)).isEqualTo(10);
    pace.pending();
    assertThat(wait(pace)).isEqualTo(10);
    pace.slowDown();
    assertThat(wait(pace)).isEqualTo(15);
  }

  @Test
  void failuresDoubleTheDelayUntilAResponseIsReceived() {
    DevicePollingSchedule pace = pace(Duration.ofSeconds(5), LONG, LONG);

    pace.failed(null);
    assertThat(wait(pace)).isEqualTo(10);
    pace.failed(null);
    assertThat(wait(pace)).isEqualTo(20);
    pace.failed(null);
    pace.failed(null);
    assertThat(wait(pace)).isEqualTo(60);
    pace.failed(Duration.ofSeconds(90));
    assertThat(wait(pace)).isEqualTo(90);
    pace.pending();
    assertThat(wait(pace)).isEqualTo(5);
  }

  @Test
  void theCodeExpires() {
    DevicePollingSchedule pace = pace(Duration.ofSeconds(5), Duration.ofSeconds(12), LONG);

    assertThat(wait(pace)).isEqualTo(5);
    assertThat(wait(pace)).isEqualTo(5);
    assertEndsWith(AuthenticationErrorKind.CODE_EXPIRED, pace);
  }

  @Test
  void theDeadlineOfTheCallerEndsPolling() {
    DevicePollingSchedule pace = pace(Duration.ofSeconds(5), LONG, Duration.ofSeconds(8));

    assertThat(wait(pace)).isEqualTo(5);
    assertThat(pace.timeLeft()).isEqualTo(Duration.ofSeconds(3));
    assertEndsWith(AuthenticationErrorKind.TIMED_OUT, pace);
  }

  @Test
  void anInterruptEndsPollingAndIsKept() {
    DevicePollingSchedule pace = pace(null, LONG, LONG);
    Thread.currentThread().interrupt();

    assertEndsWith(AuthenticationErrorKind.CANCELLED, pace);

    assertThat(Thread.interrupted()).isTrue();
  }

  private DevicePollingSchedule pace(Duration interval, Duration expiresIn, Duration timeLeft) {
    return DevicePollingSchedule.start(clock, interval, expiresIn, timeLeft, "Test");
  }

  private long wait(DevicePollingSchedule pace) {
    long start = clock.nanoTime();
    pace.await();
    return Duration.ofNanos(clock.nanoTime() - start).toSeconds();
  }

  private static void assertEndsWith(AuthenticationErrorKind kind, DevicePollingSchedule pace) {
    assertThatThrownBy(pace::await)
        .isInstanceOfSatisfying(
            AuthenticationException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
