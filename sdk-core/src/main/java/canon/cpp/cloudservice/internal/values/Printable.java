package canon.cpp.cloudservice.internal.values;

import java.util.regex.Pattern;

/** Makes received texts safe for messages and logs. */
public final class Printable {
  private static final int MAX_LENGTH = 100;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s\"'()<>,:;=/]+(?:@|%40)[^\\s\"'()<>,:;=/]+");

  private Printable() {}

  /** Returns the text, shortened, without characters that could forge or reverse a line. */
  public static String cut(String text) {
    String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
    return printable(cut);
  }

  /** Returns the text as one line, without what looks like an e-mail address. */
  public static String withoutAddresses(String text) {
    return ADDRESS.matcher(printable(text)).replaceAll("(address)");
  }

  private static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }
}
