package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.testing.internal.faults.FaultSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faults whose description was started and has no ending yet, so that they cannot apply. */
final class UnfinishedFaults {
  private final Map<Object, FaultSpec> started = new LinkedHashMap<>();

  /** Adds a fault; returns the object that identifies it in the other methods. */
  synchronized Object start(FaultSpec spec) {
    Object id = new Object();
    started.put(id, spec);
    return id;
  }

  synchronized void change(Object id, FaultSpec spec) {
    started.computeIfPresent(id, (same, before) -> spec);
  }

  synchronized void end(Object id) {
    started.remove(id);
  }

  synchronized List<FaultSpec> list() {
    return new ArrayList<>(started.values());
  }

  synchronized void clear() {
    started.clear();
  }
}
