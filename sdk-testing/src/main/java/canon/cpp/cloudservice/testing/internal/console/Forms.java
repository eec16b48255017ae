package canon.cpp.cloudservice.testing.internal.console;

import java.util.List;

/** Forms as all sections have them. */
final class Forms {
  /** Where forms are sent; what follows is what they ask for. */
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

  /** A button that says more to those who do not see where it stands. */
  static Element button(String word, String forWhat) {
    return button(word)
        .add(Html.text(" "), Html.tag("span").with("class", "unseen").add(Html.foreign(forWhat)));
  }

  /** A field with its label; the label's id is made of the name. */
  static List<Html> field(String id, String label, Element input) {
    return Html.pieces(Html.tag("label").with("for", id).add(label), input.with("id", id));
  }

  static Element address(String name) {
    return Html.tag("input")
        .with("name", name)
        .with("inputmode", "email")
        .with("autocomplete", "off")
        .with("spellcheck", "false")
        .with("required");
  }

  static Element choice(String name, List<Option> options) {
    Element choice = Html.tag("select").with("name", name);
    options.forEach(
        option -> choice.add(Html.tag("option").with("value", option.value()).add(option.word())));
    return choice;
  }

  /** One of several. */
  record Option(String value, String word) {}
}
