package canon.cpp.cloudservice.cli.output;

/**
 * Colours text, or leaves it as it is.
 *
 * @param colour whether colour is used
 */
public record Style(boolean colour) {
  private static final String ESCAPE = "\u001b[";

  /** Returns text in bold type. */
  public String bold(String text) {
    return with("1m", text);
  }

  /** Returns text in green. */
  public String good(String text) {
    return with("32m", text);
  }

  /** Returns text in red. */
  public String bad(String text) {
    return with("31m", text);
  }

  private String with(String code, String text) {
    return colour ? ESCAPE + code + text + ESCAPE + "0m" : text;
  }
}
