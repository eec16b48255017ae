package canon.cpp.cloudservice.testing.internal.console;

import java.util.Arrays;
import java.util.List;

/**
 * A part of a page: text, which is always escaped, or an element. Nothing else can be written, so
 * an address that looks like markup stays text.
 */
sealed interface Html permits Html.Text, Element {

  /** Writes it as HTML. */
  void writeTo(StringBuilder page);

  static Html text(String text) {
    return new Text(text);
  }

  /**
   * Text from elsewhere. It may be right-to-left, and must not change the direction of what
   * follows.
   */
  static Element foreign(String text) {
    return tag("bdi").add(text);
  }

  static Element tag(String name, Html... content) {
    return new Element(name).add(Arrays.asList(content));
  }

  /** Text without an element around it. */
  static List<Html> pieces(Html... pieces) {
    return List.of(pieces);
  }

  /** Escapes text for elements and attributes. */
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
