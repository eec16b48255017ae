package canon.cpp.cloudservice.testing.internal.console;

import java.util.Arrays;
import java.util.List;

/**
 * A piece of a page: text, which is escaped, or an element of it. There is no way to write anything
 * else, so an address that looks like markup stays an address.
 */
sealed interface Html permits Html.Text, Element {

  /** Writes it as HTML. */
  void writeTo(StringBuilder page);

  static Html text(String text) {
    return new Text(text);
  }

  /**
   * Text from elsewhere, which may be written from right to left, and does not turn what follows.
   */
  static Element foreign(String text) {
    return tag("bdi").add(text);
  }

  static Element tag(String name, Html... content) {
    return new Element(name).add(Arrays.asList(content));
  }

  /** The same without anything around it. */
  static List<Html> pieces(Html... pieces) {
    return List.of(pieces);
  }

  /** Text, escaped for elements and for attributes alike. */
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
