package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.html.Element;
import canon.cpp.cloudservice.testing.internal.html.Html;

/** Builds the sections of the page, each with a heading and a message. */
final class Sections {
  private Sections() {}

  static Element section(ConsoleView view, String id, String heading) {
    Element section =
        Html.tag("section")
            .with("id", id)
            .with("aria-labelledby", id + "-heading")
            .add(Html.tag("h2").with("id", id + "-heading").add(heading));
    view.messageFor(id).ifPresent(message -> section.add(of(message)));
    return section;
  }

  private static Html of(ConsoleMessage message) {
    Element box =
        Html.tag("div")
            .with("class", message.fine() ? "message" : "message rejected")
            .with("role", message.fine() ? "status" : "alert")
            .add(Html.tag("p").add(Html.foreign(message.title())));
    return message.detail().isEmpty()
        ? box
        : box.add(Html.tag("p").add(Html.foreign(message.detail())));
  }
}
