package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.html.Element;
import canon.cpp.cloudservice.testing.internal.html.Html;
import canon.cpp.cloudservice.testing.internal.state.StateData.SiteData;

/**
 * The signed-in account, or the accounts that can sign in, without a password, because this is a
 * fake.
 */
final class SignInSection {
  private static final int MAX_CHOICES = 20;

  private SignInSection() {}

  static Html of(ConsoleView view) {
    return view.account().isPresent() ? signedIn(view) : chooser(view);
  }

  private static Html signedIn(ConsoleView view) {
    Element section = Sections.section(view, "account", "Signed in");
    Element who =
        Html.tag("span")
            .with("class", "name")
            .add(Html.foreign(GuideTerms.of(view.account().orElseThrow())));
    view.site().ifPresent(site -> who.add(", administrator of site " + site.id()));
    section.add(
        Html.tag("div")
            .with("class", "row")
            .add(who, Forms.form("log-out").add(Forms.button("Log out"))));
    if (view.site().isEmpty()) {
      section.add(
          Html.tag("p")
              .with("class", "hint")
              .add(
                  "Only an active administrator sees users and printers. Log out, and sign in as one."));
    }
    return section;
  }

  private static Html chooser(ConsoleView view) {
    Element section = Sections.section(view, "account", "Sign in");
    section.add(
        Html.tag("p").with("class", "hint").add("This is a fake: it does not ask for a password."));
    for (SiteData site : view.state().sites()) {
      section.add(Html.tag("h3").add("Administrators of site " + site.id()));
      Element list = Html.tag("ul").with("class", "rows");
      ConsoleView.administrators(site).stream()
          .limit(MAX_CHOICES)
          .map(SignInSection::choice)
          .forEach(list::add);
      section.add(list);
    }
    return section.add(
        Forms.form("sign-in")
            .add(
                Forms.field(
                    "account-email",
                    "Any other account, by address",
                    Forms.address("email", view.entered("sign-in", "email", ""))))
            .add(Forms.button("Sign in")));
  }

  private static Html choice(ConsoleView.Administrator administrator) {
    String email = administrator.member().email();
    return Html.tag("li")
        .add(
            Html.tag("span")
                .with("class", "name")
                .add(
                    Html.foreign(email),
                    Html.text(" "),
                    Html.tag("span")
                        .with("class", "badge")
                        .add(GuideTerms.of(administrator.role().state()))),
            Forms.form("sign-in")
                .add(Forms.hidden("email", email), Forms.button("Sign in", "as " + email)));
  }
}
