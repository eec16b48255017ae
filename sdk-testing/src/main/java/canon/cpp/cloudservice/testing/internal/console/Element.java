package canon.cpp.cloudservice.testing.internal.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An element of a page. Names come from the source code; values and content may come from anywhere.
 */
final class Element implements Html {
  /** Elements without content and end tag. */
  private static final Set<String> EMPTY = Set.of("input", "link", "meta");

  /** Elements whose content is another language, for which HTML escaping has no meaning. */
  private static final Set<String> NEVER_WITH_CONTENT = Set.of("script", "style");

  /** Attributes that contain an address, which must not leave this page's origin. */
  private static final Set<String> ADDRESSES = Set.of("action", "href", "src");

  private final String name;
  private final Map<String, Optional<String>> attributes = new LinkedHashMap<>();
  private final List<Html> content = new ArrayList<>();

  Element(String name) {
    this.name = checked(name);
  }

  Element with(String attribute, String value) {
    if (ADDRESSES.contains(attribute) && !value.matches("#.*|/([^/\\\\].*)?")) {
      throw new IllegalArgumentException(attribute + " leads to another origin");
    }
    attributes.put(checked(attribute), Optional.of(value));
    return this;
  }

  /** Returns an attribute without a value. */
  Element with(String attribute) {
    attributes.put(checked(attribute), Optional.empty());
    return this;
  }

  Element add(String text) {
    return add(List.of(Html.text(text)));
  }

  Element add(Html... pieces) {
    return add(List.of(pieces));
  }

  Element add(List<? extends Html> pieces) {
    if (!pieces.isEmpty() && (EMPTY.contains(name) || NEVER_WITH_CONTENT.contains(name))) {
      throw new IllegalArgumentException("No content is allowed in " + name);
    }
    content.addAll(pieces);
    return this;
  }

  @Override
  public void writeTo(StringBuilder page) {
    page.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          page.append(' ').append(attribute);
          value.ifPresent(
              text -> {
                page.append("=\"");
                Html.text(text).writeTo(page);
                page.append('"');
              });
        });
    page.append('>');
    if (!EMPTY.contains(name)) {
      content.forEach(piece -> piece.writeTo(page));
      page.append("</").append(name).append('>');
    }
  }

  /**
   * Names are literals of the source code; event handlers such as {@code onclick} are not allowed.
   */
  private static String checked(String name) {
    if (!name.matches("[a-z][a-z0-9-]*") || name.startsWith("on") || name.equals("srcdoc")) {
      throw new IllegalArgumentException("Not a name of an element or attribute: " + name);
    }
    return name;
  }
}
