package canon.cpp.cloudservice.benchmarks.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, by names such as {@code call, HTTP, GET, OK_HTTP, time}. */
final class Figures {
  private final Map<String, Samples> samples = new LinkedHashMap<>();

  void add(double value, Object... name) {
    samples.computeIfAbsent(key(name), key -> new Samples()).add(value);
  }

  void add(Cost cost, Object... name) {
    add(cost.micros(), name(name, "time"));
    add(cost.processorMicros(), name(name, "processor"));
    add(cost.threadMicros(), name(name, "threads"));
    add(cost.bytes(), name(name, "bytes"));
  }

  boolean has(Object... name) {
    return samples.containsKey(key(name));
  }

  double median(Object... name) {
    Samples found = samples.get(key(name));
    if (found == null) {
      throw new IllegalArgumentException("Not measured: " + key(name));
    }
    return found.median();
  }

  /**
   * Returns the median spread of the figures whose name begins and ends with the given words, and
   * that were measured more than once; 0 if there are none.
   */
  double spread(String first, String last) {
    Samples spreads = new Samples();
    samples.forEach(
        (name, values) -> {
          if (values.size() > 1 && name.startsWith(first + " ") && name.endsWith(" " + last)) {
            spreads.add(values.spread());
          }
        });
    return spreads.size() == 0 ? 0 : spreads.median();
  }

  /** Returns each figure with all its results, a line each. */
  List<String> lines() {
    return samples.entrySet().stream().map(entry -> entry.toString()).toList();
  }

  private static Object[] name(Object[] name, String last) {
    Object[] result = new Object[name.length + 1];
    System.arraycopy(name, 0, result, 0, name.length);
    result[name.length] = last;
    return result;
  }

  private static String key(Object... name) {
    StringBuilder key = new StringBuilder();
    for (Object part : name) {
      key.append(key.length() == 0 ? "" : " ").append(part);
    }
    return key.toString();
  }
}
