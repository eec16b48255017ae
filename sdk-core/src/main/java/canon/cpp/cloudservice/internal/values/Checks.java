package canon.cpp.cloudservice.internal.values;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** Argument checks whose messages say what was wrong and what to do; no value is repeated. */
public final class Checks {
  /** Far from where nanoseconds overflow. */
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
   * A text that can be a segment of a path. Dots alone are steps in a path, which a proxy would
   * walk even if they are encoded.
   */
  public static String key(String name, String value, int max) {
    text(name, value, max);
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException(name + " must be more than dots");
    }
    return value;
  }

  /**
   * A text of 1 to {@code max} code points that is not blank and has no control characters, nor
   * half a character, which would go out as another one.
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
    if (value.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(name + " must not contain control characters");
    }
    return whole(name, value);
  }

  /** A secret whose form is none of ours: anything but nothing, and not half a character. */
  public static String opaque(String name, String value) {
    requireNonNull(value, name);
    if (isBlank(value)) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    return whole(name, value);
  }

  private static String whole(String name, String value) {
    if (value.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw new IllegalArgumentException(
          name
              + " must not contain half a surrogate pair; was it cut in the middle of a character?");
    }
    return value;
  }

  private static boolean isBlank(String value) {
    return value.codePoints().allMatch(Character::isWhitespace);
  }
}
