package canon.cpp.cloudservice.bulk.internal.job;

/** Checks the values of options that jobs, plans and portfolios have in common. */
public final class OptionValues {
  private static final int MAX_CONCURRENCY = 256;

  private OptionValues() {}

  /** Returns a value for {@code maxConcurrency}, which must be from 1 to 256. */
  public static int maxConcurrency(int value) {
    if (value < 1 || value > MAX_CONCURRENCY) {
      throw new IllegalArgumentException(
          "maxConcurrency must be from 1 to " + MAX_CONCURRENCY + ", but is " + value);
    }
    return value;
  }

  /** Returns a value that must not be negative. */
  public static long notNegative(String option, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(option + " must not be negative, but is " + value);
    }
    return value;
  }
}
