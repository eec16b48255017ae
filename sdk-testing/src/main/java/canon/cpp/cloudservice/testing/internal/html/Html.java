package canon.cpp.cloudservice.testing.internal.html;

import java.util.Arrays;
import java.util.List;

/**
 * A part of a page: text, which is escaped, or an element. Nothing else can be written, so text
 * that looks like markup stays text.
 */
public sealed interface Html permits Html.Text, Element {

  /**
   * Returns a small page with a title and a heading.
   *
   * @param content the elements below the heading
   */
  static String page(String title, Html... content) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
    tag(
            "html",
            tag("head", tag("meta").with("charset", "utf-8"), tag("title").add(title)),
            tag("body", tag("h1").add(title)).add(content))
        .with("lang", "en")
        .writeTo(page);
    return page.append('\n').toString();
  }

  static Element paragraph(String text) {
    return tag("p").add(text);
  }

  static Element input(String type, String name, String value) {
    return tag("input").with("type", type).with("name", name).with("value", value);
  }

  static Element button(String name, String value, String label) {
    return tag("button").with("type", "submit").with("name", name).with("value", value).add(label);
  }

  /** Writes the part as HTML. */
  void writeTo(StringBuilder page);

  static Html text(String text) {
    return new Text(text);
  }

  /** Returns text of unknown direction, isolated so that it does not reorder the text after it. */
  static Element foreign(String text) {
    return tag("bdi").add(text);
  }

  static Element tag(String name, Html... content) {
    return new Element(name).add(Arrays.asList(content));
  }

  /** Returns several parts as a list. */
  static List<Html> pieces(Html... pieces) {
    return List.of(pieces);
  }

  /** Text, escaped for elements and for attributes. */
  record Text(String text) implements Html {
    @Override
    public void writeTo(StringBuilder page) {
      text.codePoints().forEach(c -> escape(page, c));
    }

    private static void escape(StringBuilder page, int c) {
      switch (c) {
        case '&' -> page.append("&amp;");
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '"' -> page.append("&quot;");
        case '\'' -> page.append("&#39;");
        case 0 -> page.append('\ufffd');
        default -> page.appendCodePoint(c);
      }
    }
  }
}
