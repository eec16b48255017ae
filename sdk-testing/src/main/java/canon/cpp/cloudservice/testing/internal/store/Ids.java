package canon.cpp.cloudservice.testing.internal.store;

import java.util.Locale;

/** Makes ids that are the same in every run. */
public final class Ids {
  private final String prefix;
  private long last;

  public Ids(String prefix) {
    this.prefix = prefix;
  }

  /** The number of the last id that was made. */
  public long last() {
    return last;
  }

  /** Goes on after another number. */
  public void goOnAfter(long number) {
    last = number;
  }

  public String next() {
    return String.format(Locale.ROOT, "%s_%06d", prefix, ++last);
  }
}
