package canon.cpp.cloudservice.testing.internal.holds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where requests may be held; each gate is known until it is open. */
public final class HoldPoints {
  private final List<CompletableFuture<Void>> gates = new ArrayList<>();

  /** Remembers a gate, and forgets those that are open. */
  public synchronized void add(CompletableFuture<Void> gate) {
    gates.removeIf(CompletableFuture::isDone);
    gates.add(gate);
  }

  /** Gives up all requests that are held. */
  public void giveUp() {
    List<CompletableFuture<Void>> all;
    synchronized (this) {
      all = List.copyOf(gates);
    }
    // Whoever waits goes on here: not under the lock.
    all.forEach(gate -> gate.cancel(false));
  }

  synchronized int known() {
    return gates.size();
  }
}
