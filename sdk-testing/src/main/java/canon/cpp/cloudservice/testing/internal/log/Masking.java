package canon.cpp.cloudservice.testing.internal.log;

import java.util.regex.Pattern;

/** Masks secrets in text for test reports. Secrets can occur in paths and keys. */
public final class Masking {
  private static final Pattern SECRET =
      Pattern.compile(
          "fake-(?:token|proof)-[0-9A-Za-z-]+"
              // The prefix of each JSON Web Token.
              + "|eyJ[0-9A-Za-z_-]{4,}(?:\\.[0-9A-Za-z_-]*)*"
              + "|(?<=[Bb]earer(?: |%20|\\+))[^\\s/&,]+");

  private Masking() {}

  /** Returns the text with tokens and printer proofs masked. */
  public static String mask(String text) {
    return SECRET.matcher(text).replaceAll("(masked)");
  }
}
