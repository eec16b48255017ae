package canon.cpp.cloudservice.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs operations in turn, so that a process warms up for all of them. Thread-safe, after the
 * operations have been added.
 */
final class Mix implements Load.Operation {
  private final List<Load.Operation> operations = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  /** Adds an operation that runs a number of times in each turn. */
  void add(int times, Load.Operation operation) {
    for (int i = 0; i < times; i++) {
      operations.add(operation);
    }
  }

  @Override
  public Object run() throws Exception {
    return operations.get(Math.floorMod(next.getAndIncrement(), operations.size())).run();
  }
}
