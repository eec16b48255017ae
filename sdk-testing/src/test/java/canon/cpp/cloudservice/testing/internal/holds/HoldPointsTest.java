package canon.cpp.cloudservice.testing.internal.holds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HoldPointsTest {
  private final HoldPoints gates = new HoldPoints();

  @Test
  void openGatesAreRemoved() {
    for (int i = 0; i < 1_000; i++) {
      CompletableFuture<Void> gate = new CompletableFuture<>();
      gates.add(gate);
      gate.complete(null);
    }
    gates.add(new CompletableFuture<>());

    assertThat(gates.known()).isEqualTo(1);
  }

  @Test
  void closedGatesAreAbandonedTogether() {
    CompletableFuture<Void> one = new CompletableFuture<>();
    CompletableFuture<Void> another = new CompletableFuture<>();
    gates.add(one);
    gates.add(another);

    gates.giveUp();

    assertThat(one).isCancelled();
    assertThat(another).isCancelled();
  }
}
