package canon.cpp.cloudservice.benchmarks.compare;

/**
 * What an operation costs.
 *
 * @param micros time from start to end, divided by the number of operations
 * @param processorMicros processor time of the client's process for each operation
 * @param threadMicros the part of it in threads of Java: not that of the compiler and the garbage
 *     collector
 * @param bytes allocated bytes for each operation
 */
record Cost(double micros, double processorMicros, double threadMicros, double bytes) {
  /** Reads what {@link #toString} has written. */
  static Cost parse(String text) {
    String[] parts = text.split(" ", -1);
    return new Cost(
        Double.parseDouble(parts[0]),
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]));
  }

  @Override
  public String toString() {
    return micros + " " + processorMicros + " " + threadMicros + " " + bytes;
  }
}
