package canon.cpp.cloudservice.internal.values;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Argument checks. Their messages say what is wrong and what to do, and never contain the value.
 */
public final class Checks {
  /** Far below the overflow of nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private Checks() {}

  public static Duration positive(String name, Duration value) {
    requireNonNull(value, name);
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be longer than zero, but is " + value);
    }
    if (value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " must be at most " + LONGEST.toDays() + " days, but is " + value);
    }
    return value;
  }

  public static int inRange(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " must be " + min + " to " + max + ", but is " + value);
    }
    return value;
  }

  /**
   * Checks a text that becomes a segment of a path. A segment of dots alone would change the path,
   * and some proxies resolve it even if it is encoded.
   */
  public static String key(String name, String value, int max) {
    text(name, value, max);
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException(name + " must not consist of dots only");
    }
    return value;
  }

  /**
   * Checks a text of 1 to {@code max} code points that is not blank and has no control characters
   * and no unpaired surrogate, which would be sent as another character.
   */
  public static String text(String name, String value, int max) {
    requireNonNull(value, name);
    if (isBlank(value)) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    int length = value.codePointCount(0, value.length());
    if (length > max) {
      throw new IllegalArgumentException(
          name + " must have at most " + max + " characters, but has " + length);
    }
    if (hasControls(value)) {
      throw new IllegalArgumentException(name + " must not contain control characters");
    }
    return whole(name, value);
  }

  /**
   * Checks a secret of unknown form: it must not be blank and must not have an unpaired surrogate.
   */
  public static String opaque(String name, String value) {
    requireNonNull(value, name);
    if (isBlank(value)) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    return whole(name, value);
  }

  private static String whole(String name, String value) {
    if (hasUnpairedSurrogates(value)) {
      throw new IllegalArgumentException(
          name
              + " must not contain an unpaired surrogate; was it cut in the middle of a"
              + " character?");
    }
    return value;
  }

  private static boolean isBlank(String value) {
    for (int i = 0; i < value.length(); i++) {
      // No character beyond the first plane is a space.
      if (!Character.isWhitespace(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasControls(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasUnpairedSurrogates(String value) {
    int c;
    for (int i = 0; i < value.length(); i += Character.charCount(c)) {
      c = value.codePointAt(i);
      if (Character.getType(c) == Character.SURROGATE) {
        return true;
      }
    }
    return false;
  }
}
