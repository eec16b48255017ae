package canon.cpp.cloudservice.testing.internal.html;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An element of a page. Names are constants of the program; values and content can be any text. */
public final class Element implements Html {
  /** Elements without content and end tag. */
  private static final Set<String> EMPTY = Set.of("input", "link", "meta");

  /** Elements whose content has another syntax, in which HTML escaping has no effect. */
  private static final Set<String> NEVER_WITH_CONTENT = Set.of("script", "style");

  /** Attributes with addresses, which must stay on this server. */
  private static final Set<String> ADDRESSES = Set.of("action", "href", "src");

  private final String name;
  private final Map<String, Optional<String>> attributes = new LinkedHashMap<>();
  private final List<Html> content = new ArrayList<>();

  Element(String name) {
    this.name = checked(name);
  }

  public Element with(String attribute, String value) {
    if (ADDRESSES.contains(attribute) && !value.matches("#.*|/([^/\\\\].*)?")) {
      throw new IllegalArgumentException(attribute + " must be a path of this server");
    }
    attributes.put(checked(attribute), Optional.of(value));
    return this;
  }

  /**
   * Sets the action of a form that is sent to another server.
   *
   * @throws IllegalArgumentException if the address runs a script or contains a document
   */
  public Element postingTo(URI target) {
    String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
    if (Set.of("null", "javascript", "data", "vbscript").contains(scheme)) {
      throw new IllegalArgumentException("A form cannot be sent to an address of " + scheme);
    }
    attributes.put("action", Optional.of(target.toString()));
    return this;
  }

  /** Adds an attribute without a value. */
  public Element with(String attribute) {
    attributes.put(checked(attribute), Optional.empty());
    return this;
  }

  public Element add(String text) {
    return add(List.of(Html.text(text)));
  }

  public Element add(Html... pieces) {
    return add(List.of(pieces));
  }

  public Element add(List<? extends Html> pieces) {
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

  /** Checks a name; event handlers such as {@code onclick} are not allowed. */
  private static String checked(String name) {
    if (!name.matches("[a-z][a-z0-9-]*") || name.startsWith("on") || name.equals("srcdoc")) {
      throw new IllegalArgumentException("Not a name of an element or attribute: " + name);
    }
    return name;
  }
}
