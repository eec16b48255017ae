package canon.cpp.cloudservice.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;

/** The results of the rounds. */
final class Samples {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  int size() {
    return values.size();
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Returns the distance of the largest and the smallest value, divided by the median. */
  double spread() {
    List<Double> sorted = values.stream().sorted().toList();
    return (sorted.get(sorted.size() - 1) - sorted.get(0)) / median();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
