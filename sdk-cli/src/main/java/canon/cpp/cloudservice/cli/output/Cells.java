package canon.cpp.cloudservice.cli.output;

/** Makes text of others safe to print. */
final class Cells {
  private Cells() {}

  /**
   * Replaces control characters, so that a name in the output cannot steer the terminal or break a
   * line.
   */
  static String printable(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        safe = safe == null ? new StringBuilder(text) : safe;
        safe.setCharAt(i, '\uFFFD');
      }
    }
    return safe == null ? text : safe.toString();
  }

  private static boolean isControl(char c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }

  /** Returns the width in columns; characters of East Asia are two columns wide. */
  static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> isHalfWidth(codePoint) ? 1 : 2;
      default -> 1;
    };
  }

  private static boolean isHalfWidth(int codePoint) {
    return codePoint >= 0xFF61 && codePoint <= 0xFFDC;
  }
}
