package canon.cpp.cloudservice.testing.internal.log;

import java.util.regex.Pattern;

/** Takes secrets out of a text that a test report will show: they get into paths and keys. */
public final class Masking {
  private static final Pattern SECRET =
      Pattern.compile(
          "fake-(?:token|proof)-[0-9A-Za-z-]+"
              // The start of every JSON Web Token.
              + "|eyJ[0-9A-Za-z_-]{4,}(?:\\.[0-9A-Za-z_-]*)*"
              + "|(?<=[Bb]earer(?: |%20|\\+))[^\\s/&,]+");

  private Masking() {}

  /** The same text, without tokens and printers' proofs. */
  public static String mask(String text) {
    return SECRET.matcher(text).replaceAll("(masked)");
  }
}
