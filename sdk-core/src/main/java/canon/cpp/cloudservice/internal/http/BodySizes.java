package canon.cpp.cloudservice.internal.http;

import org.jspecify.annotations.Nullable;

/** How much memory the body of a response gets while it is read. */
public final class BodySizes {
  private static final int UNKNOWN = 1024;

  /** More is not allocated before it is received. */
  private static final int LARGEST_INITIAL = 1024 * 1024;

  private BodySizes() {}

  /** Returns the size to begin with; the length is that of the headers, or null. */
  public static int initial(@Nullable String length) {
    if (length == null) {
      return UNKNOWN;
    }
    try {
      return initial(Long.parseLong(length.trim()));
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }

  /** Returns the size to begin with; a negative length is unknown. */
  public static int initial(long length) {
    return length < 0 ? UNKNOWN : (int) Math.min(length, LARGEST_INITIAL);
  }

  /** Returns a size for at least so many bytes: twice the current one, if the limit allows it. */
  public static int larger(int current, int required, int limit) {
    long doubled = Math.min(2L * current, limit);
    return (int) Math.max(doubled, required);
  }
}
