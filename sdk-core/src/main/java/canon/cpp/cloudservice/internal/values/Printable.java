package canon.cpp.cloudservice.internal.values;

/** Makes texts from outside fit for messages and logs. */
public final class Printable {
  private static final int MAX_LENGTH = 100;

  private Printable() {}

  /** The text, cut, and without what could forge a line or turn one around. */
  public static String cut(String text) {
    String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
    return cut.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
  }
}
