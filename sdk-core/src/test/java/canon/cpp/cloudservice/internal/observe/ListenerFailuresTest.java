package canon.cpp.cloudservice.internal.observe;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.observe.CallListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a listener throws is contained, and logged once. */
class ListenerFailuresTest {
  private final List<CallListener> logged = new ArrayList<>();

  /** Not even its hash code works. */
  private static final class Broken implements CallListener {
    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("broken");
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("broken");
    }
  }

  @Test
  void theFirstFailureOfEachListenerIsLogged() {
    Broken first = new Broken();
    Broken second = new Broken();
    ClientObservation observation = observation(first, second);

    for (int i = 0; i < 3; i++) {
      observation.notifyListeners(
          listener -> {
            throw new NoSuchMethodError("Meter.record(long), on purpose");
          });
    }

    assertThat(logged).hasSize(2);
    assertThat(logged.get(0) == first).isTrue();
    assertThat(logged.get(1) == second).isTrue();
  }

  @Test
  void aFailureDoesNotKeepTheEventFromOtherListeners() {
    Broken broken = new Broken();
    CallListener good = new CallListener() {};
    List<CallListener> notified = new ArrayList<>();

    observation(broken, good)
        .notifyListeners(
            listener -> {
              if (listener == broken) {
                throw new IllegalStateException("broken");
              }
              notified.add(listener);
            });

    assertThat(notified).containsExactly(good);
    assertThat(logged).hasSize(1);
  }

  private ClientObservation observation(CallListener... listeners) {
    return new ClientObservation(
        List.of(listeners),
        new ExchangeLog(false),
        new DeprecationWarnings(),
        (listener, failure) -> logged.add(listener));
  }
}
