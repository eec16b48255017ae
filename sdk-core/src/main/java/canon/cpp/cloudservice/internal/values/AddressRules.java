package canon.cpp.cloudservice.internal.values;

import org.jspecify.annotations.Nullable;

/**
 * The rules for e-mail addresses that the contract fixes for ever: one @, and a short list of
 * characters that are rejected on both sides of it. All other rules are the service's (D6).
 */
public final class AddressRules {
  private static final int MAX_LENGTH = 254;

  /** Control characters and line separators, as first and last of each range. */
  private static final String CONTROLS = "\u0000\u001f\u007f\u009f\u2028\u2029";

  private static final String SPACES =
      "  \u00a0\u00a0\u1680\u1680\u2000\u200a\u202f\u202f\u205f\u205f\u3000\u3000";

  private static final String QUOTATION_MARKS =
      "\"\"\u00ab\u00ab\u00bb\u00bb\u2018\u201f\u2039\u203a\u300c\u300f\u301d\u301f\uff02\uff02";

  /** Characters that are not visible, or that are blank without being spaces. */
  private static final String INVISIBLE =
      "\u00ad\u00ad\u034f\u034f\u061c\u061c\u115f\u1160\u17b4\u17b5\u180b\u180f\u200b\u200f"
          + "\u202a\u202e\u2060\u206f\u2800\u2800\u3164\u3164\ufe00\ufe0f\ufeff\ufeff"
          + "\uffa0\uffa0\ufff0\ufffb";

  private AddressRules() {}

  /**
   * What is wrong with an address.
   *
   * @param index the index of the character that is wrong; the length if something is missing at
   *     the end
   * @param code the code that the service uses for it in a field error
   * @param message a sentence without the address
   */
  public record Flaw(int index, String code, String message) {}

  /** Returns the first flaw of the address, or null if it can be sent. */
  public static @Nullable Flaw flaw(String text) {
    return flaw(text, 0);
  }

  /** Returns the first flaw of an address that starts at an index of a longer text. */
  public static @Nullable Flaw flaw(String text, int start) {
    Flaw flaw = first(text, start);
    return flaw == null ? null : new Flaw(start + flaw.index, flaw.code, flaw.message);
  }

  private static @Nullable Flaw first(String text, int start) {
    if (text.chars().allMatch(c -> isBlank((char) c))) {
      return new Flaw(0, "blank", "the address is blank");
    }
    Flaw flaw = character(text, start);
    if (flaw != null) {
      return flaw;
    }
    int length = text.codePointCount(0, text.length());
    if (length > MAX_LENGTH) {
      return new Flaw(
          text.offsetByCodePoints(0, MAX_LENGTH),
          "too-long",
          "the address has " + length + " characters, but at most " + MAX_LENGTH + " are allowed");
    }
    return at(text, start);
  }

  /** Returns whether a character has no visible form. */
  public static boolean isBlank(char c) {
    return isIn(CONTROLS, c) || isIn(SPACES, c) || isIn(INVISIBLE, c);
  }

  private static @Nullable Flaw character(String text, int start) {
    for (int i = 0; i < text.length(); i++) {
      String kind = kind(text, i);
      if (kind != null) {
        String name = String.format("U+%04X", (int) text.charAt(i));
        return new Flaw(
            i,
            "malformed",
            "the address has "
                + kind
                + " ("
                + name
                + ") at position "
                + (start + i + 1)
                + "; remove it");
      }
    }
    return null;
  }

  private static @Nullable String kind(String text, int index) {
    char c = text.charAt(index);
    if (isIn(CONTROLS, c)) {
      return "a control character";
    }
    if (isIn(SPACES, c)) {
      return "a space";
    }
    if (isIn(QUOTATION_MARKS, c)) {
      return "a quotation mark";
    }
    if (isIn(INVISIBLE, c)) {
      return "an invisible character";
    }
    boolean unpaired =
        Character.getType(text.codePointAt(index)) == Character.SURROGATE
            && (index == 0 || !Character.isSurrogatePair(text.charAt(index - 1), c));
    return unpaired ? "half a character, an unpaired surrogate," : null;
  }

  private static @Nullable Flaw at(String text, int start) {
    int at = text.indexOf('@');
    if (at < 0) {
      return new Flaw(text.length(), "malformed", "the address has no @");
    }
    if (at == 0) {
      return new Flaw(0, "malformed", "the address has nothing before the @");
    }
    int second = text.indexOf('@', at + 1);
    if (second >= 0) {
      return new Flaw(
          second,
          "malformed",
          "the address has a second @ at position " + (start + second + 1) + "; give one address");
    }
    return at == text.length() - 1
        ? new Flaw(text.length(), "malformed", "the address has no domain after the @")
        : null;
  }

  private static boolean isIn(String ranges, char c) {
    for (int i = 0; i < ranges.length(); i += 2) {
      if (c >= ranges.charAt(i) && c <= ranges.charAt(i + 1)) {
        return true;
      }
    }
    return false;
  }
}
