package canon.cpp.cloudservice.testing.internal.identity.text;

import java.util.Map;

/**
 * Small pages. All text that is not a literal of the source code passes through {@link #escape}.
 */
public final class Html {
  private Html() {}

  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /**
   * Returns a page.
   *
   * @param title plain text
   * @param body HTML
   */
  public static String page(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + escape(title)
        + "</title></head><body>\n<h1>"
        + escape(title)
        + "</h1>\n"
        + body
        + "\n</body></html>\n";
  }

  /**
   * Returns a form that is submitted with POST.
   *
   * @param action plain text
   * @param content HTML
   */
  public static String form(String action, String content) {
    return "<form method=\"post\" action=\"" + escape(action) + "\">\n" + content + "</form>";
  }

  public static String hidden(Map<String, String> fields) {
    StringBuilder html = new StringBuilder();
    fields.forEach((name, value) -> html.append(input("hidden", name, value)));
    return html.toString();
  }

  public static String input(String type, String name, String value) {
    return "<input type=\""
        + escape(type)
        + "\" name=\""
        + escape(name)
        + "\" value=\""
        + escape(value)
        + "\">\n";
  }

  public static String button(String value, String label) {
    return "<button type=\"submit\" name=\"action\" value=\""
        + escape(value)
        + "\">"
        + escape(label)
        + "</button>\n";
  }

  public static String paragraph(String text) {
    return "<p>" + escape(text) + "</p>\n";
  }
}
