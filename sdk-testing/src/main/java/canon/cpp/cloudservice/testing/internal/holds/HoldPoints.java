package canon.cpp.cloudservice.testing.internal.holds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The gates at which requests are held. A gate is forgotten once it is open. */
public final class HoldPoints {
  private final List<CompletableFuture<Void>> gates = new ArrayList<>();

  /** Adds a gate and removes those that are open. */
  public synchronized void add(CompletableFuture<Void> gate) {
    gates.removeIf(CompletableFuture::isDone);
    gates.add(gate);
  }

  /** Abandons all requests that are held. */
  public void giveUp() {
    List<CompletableFuture<Void>> all;
    synchronized (this) {
      all = List.copyOf(gates);
    }
    // Waiting requests continue in cancel(): do not hold the lock.
    all.forEach(gate -> gate.cancel(false));
  }

  synchronized int known() {
    return gates.size();
  }
}
