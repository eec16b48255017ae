package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.html.Element;
import canon.cpp.cloudservice.testing.internal.html.Html;

/** The whole page. */
final class ConsolePage {
  private static final String TITLE = "PRISMAsync cloud service";

  private ConsolePage() {}

  static String of(ConsoleView view, FakeContext parts) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
    Html.tag("html", head(), body(view, parts)).with("lang", "en-GB").writeTo(page);
    return page.append('\n').toString();
  }

  private static Element head() {
    return Html.tag(
        "head",
        Html.tag("meta").with("charset", "utf-8"),
        Html.tag("meta")
            .with("name", "viewport")
            .with("content", "width=device-width, initial-scale=1"),
        Html.tag("title").add(TITLE + " (fake)"),
        Html.tag("link").with("rel", "stylesheet").with("href", Forms.ACTIONS + "console.css"),
        Html.tag("script").with("src", Forms.ACTIONS + "console.js").with("defer"));
  }

  private static Element body(ConsoleView view, FakeContext parts) {
    Element portal = Html.tag("main").with("id", "portal").add(SignInSection.of(view));
    view.site().ifPresent(site -> portal.add(PortalSections.of(view, site)));
    Element controls =
        Html.tag("aside")
            .with("aria-label", "The fake")
            .add(InstrumentSections.of(view, parts))
            .add(LogSection.of(view, parts.log()));
    return Html.tag(
        "body",
        Html.tag("a").with("class", "skip").with("href", "#portal").add("Skip to the portal"),
        Html.tag("header")
            .add(
                Html.tag("h1").add(TITLE),
                Html.tag("p").add("A fake, for tests. Nothing here reaches the real service.")),
        Html.tag("div").with("class", "columns").add(portal, controls));
  }
}
