package canon.cpp.cloudservice.benchmarks.compare;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The most bytes that each call may allocate, and the most classes that a first call may load. */
final class Budget {
  private final Properties limits = new Properties();

  private Budget() {}

  static Budget read(Path file) throws IOException {
    Budget budget = new Budget();
    try (Reader reader = Files.newBufferedReader(file)) {
      budget.limits.load(reader);
    }
    return budget;
  }

  /** Prints each figure; returns whether all of them are within the budget. */
  boolean accepts(Map<String, Double> figures) {
    boolean within = figures.keySet().equals(limits.stringPropertyNames());
    if (!within) {
      System.out.println("The budget has other names than the figures: " + figures.keySet());
    }
    for (Map.Entry<String, Double> figure : figures.entrySet()) {
      String limit = limits.getProperty(figure.getKey());
      boolean over = limit == null || figure.getValue() > Long.parseLong(limit);
      within &= !over;
      System.out.printf(
          "%s: %.0f of %s%s%n",
          figure.getKey(), figure.getValue(), limit, over ? ", TOO MANY" : "");
    }
    return within;
  }
}
