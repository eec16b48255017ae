package canon.cpp.cloudservice.testing.internal.wire;

import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import java.util.Optional;

/** Validates texts that were sent by users or printers. Lengths are counted in code points. */
public final class Texts {
  private Texts() {}

  /** Returns the error in a text of 1 to {@code max} code points, if any. */
  public static Optional<FieldError> check(String field, String value, int max) {
    if (value.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
      return Optional.of(
          new FieldError(field, Code.BLANK, "At least one visible character is required."));
    }
    if (value.codePointCount(0, value.length()) > max) {
      return Optional.of(
          new FieldError(field, Code.TOO_LONG, "At most " + max + " characters are allowed."));
    }
    if (!value.codePoints().allMatch(Texts::isPrintable)) {
      return Optional.of(
          new FieldError(field, Code.MALFORMED, "Control characters are not allowed."));
    }
    return Optional.empty();
  }

  /** An unpaired surrogate is not a character. */
  private static boolean isPrintable(int c) {
    return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
  }
}
