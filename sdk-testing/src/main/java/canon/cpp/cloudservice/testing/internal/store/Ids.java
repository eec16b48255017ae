package canon.cpp.cloudservice.testing.internal.store;

import java.util.Locale;

/** Generates ids from a counter, so that they are the same in every run. */
public final class Ids {
  private final String prefix;
  private long last;

  public Ids(String prefix) {
    this.prefix = prefix;
  }

  /** Returns the number of the last id. */
  public long last() {
    return last;
  }

  /** Continues after the given number. */
  public void goOnAfter(long number) {
    last = number;
  }

  public String next() {
    return String.format(Locale.ROOT, "%s_%06d", prefix, ++last);
  }
}
