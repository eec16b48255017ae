package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.html.Element;
import canon.cpp.cloudservice.testing.internal.html.Html;
import java.util.List;

/** Builds the forms of all sections. */
final class Forms {
  /** The path of forms; the action follows it. */
  static final String ACTIONS = "/_fake/console/";

  private Forms() {}

  static Element form(String action) {
    return Html.tag("form").with("method", "post").with("action", ACTIONS + action);
  }

  static Element hidden(String name, String value) {
    return Html.tag("input").with("type", "hidden").with("name", name).with("value", value);
  }

  static Element button(String word) {
    return Html.tag("button").with("type", "submit").add(word);
  }

  /** Returns a button with a label for screen readers that says more than its text. */
  static Element button(String word, String forWhat) {
    return button(word)
        .add(Html.text(" "), Html.tag("span").with("class", "unseen").add(Html.foreign(forWhat)));
  }

  /** Returns a field with its label; the id of the field is derived from its name. */
  static List<Html> field(String id, String label, Element input) {
    return Html.pieces(Html.tag("label").with("for", id).add(label), input.with("id", id));
  }

  static Element address(String name, String value) {
    return text(name, value).with("inputmode", "email");
  }

  static Element text(String name, String value) {
    return Html.tag("input")
        .with("name", name)
        .with("value", value)
        .with("autocomplete", "off")
        .with("spellcheck", "false")
        .with("required");
  }

  static Element choice(String name, List<Option> options, String selected) {
    Element choice = Html.tag("select").with("name", name);
    for (Option option : options) {
      Element element = Html.tag("option").with("value", option.value()).add(option.word());
      choice.add(option.value().equals(selected) ? element.with("selected") : element);
    }
    return choice;
  }

  /** A choice among several options. */
  record Option(String value, String word) {}
}
