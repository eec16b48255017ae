package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.html.Element;
import canon.cpp.cloudservice.testing.internal.html.Html;
import canon.cpp.cloudservice.testing.internal.state.StateData.MemberData;
import canon.cpp.cloudservice.testing.internal.state.StateData.PrinterData;
import canon.cpp.cloudservice.testing.internal.state.StateData.SiteData;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.MembershipState;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sections that the portal shows to an administrator: users, administrators, registered
 * printers.
 */
final class PortalSections {
  private PortalSections() {}

  static List<Html> of(ConsoleView view, SiteData site) {
    return Html.pieces(
        search(view), users(view, site), administrators(view, site), printers(view, site));
  }

  private static Html search(ConsoleView view) {
    Element input =
        Html.tag("input")
            .with("type", "search")
            .with("name", ConsoleQuery.SEARCH)
            .with("value", view.query().search());
    return Html.tag("search")
        .add(
            Html.tag("form")
                .with("method", "get")
                .with("action", "/")
                .add(Forms.field("search", "Search users, administrators and printers", input))
                .add(Forms.button("Search")));
  }

  private static Html users(ConsoleView view, SiteData site) {
    Element section = Sections.section(view, "users", "Cloud service users");
    section.add(
        Forms.form("add-user")
            .add(
                Forms.field(
                    "user",
                    "Add a new cloud service user",
                    Forms.address("email", view.entered("add-user", "email", ""))))
            .add(Forms.button("Add")));
    for (ApplicationList application : ApplicationList.values()) {
      section.add(Html.tag("h3").add(GuideTerms.of(application)));
      RowList<MemberData> rows =
          new RowList<>(
              application.id(), "users", MemberData::email, member -> user(member, application));
      section.add(rows.of(ConsoleView.on(site, application), view.query()));
    }
    return section;
  }

  private static Html user(MemberData member, ApplicationList application) {
    Element name = name(member);
    // The other two lists have no invited state (D8).
    if (application == ApplicationList.REMOTE_CONTROL) {
      Stream.ofNullable(member.lists().get(application))
          .map(GuideTerms::of)
          .map(PortalSections::badge)
          .forEach(badge -> name.add(Html.text(" "), badge));
    }
    Element row = Html.tag("li").add(name);
    if (application == ApplicationList.REMOTE_CONTROL
        && member.lists().get(application) == MembershipState.INVITED) {
      row.add(
          Forms.form("activate-user")
              .add(
                  Forms.hidden("email", member.email()), Forms.button("Activate", member.email())));
    }
    return row.add(
        Forms.form("remove-user")
            .add(
                Forms.hidden("user", member.userId()),
                Forms.hidden("application", application.id()),
                Forms.button("Remove", member.email() + " from " + GuideTerms.of(application))));
  }

  private static Html administrators(ConsoleView view, SiteData site) {
    Element section = Sections.section(view, "administrators", "Cloud service administrators");
    section.add(
        Forms.form("add-administrator")
            .add(
                Forms.field(
                    "administrator",
                    "Add a new cloud service administrator",
                    Forms.address("email", view.entered("add-administrator", "email", ""))))
            .add(Forms.button("Add")));
    RowList<ConsoleView.Administrator> rows =
        new RowList<>(
            "administrators",
            "administrators",
            administrator -> administrator.member().email(),
            PortalSections::administrator);
    return section.add(rows.of(ConsoleView.administrators(site), view.query()));
  }

  private static Html administrator(ConsoleView.Administrator administrator) {
    MemberData member = administrator.member();
    return Html.tag("li")
        .add(name(member).add(Html.text(" "), badge(GuideTerms.of(administrator.role().state()))))
        .add(
            Forms.form("remove-administrator")
                .add(
                    Forms.hidden("administrator", administrator.role().id()),
                    Forms.button("Remove", member.email())));
  }

  private static Html printers(ConsoleView view, SiteData site) {
    Element section = Sections.section(view, "printers", "Registered printers");
    section.add(
        Forms.form("register-printer")
            .with("class", "stacked")
            .add(printerField(view, "displayName", "Name"))
            .add(printerField(view, "series", "Series"))
            .add(printerField(view, "serialNumber", "Serial number"))
            .add(Forms.button("Register", "a printer, as its Settings Editor does")));
    RowList<PrinterData> rows =
        new RowList<>(
            "printers",
            "printers",
            printer ->
                printer.displayName() + " " + printer.series() + " " + printer.serialNumber(),
            printer -> printer(printer, view.licences(printer.serialNumber())));
    return section.add(rows.of(site.printers(), view.query()));
  }

  private static List<Html> printerField(ConsoleView view, String name, String label) {
    return Forms.field(
        "printer-" + name, label, Forms.text(name, view.entered("register-printer", name, "")));
  }

  private static Html printer(PrinterData printer, Set<ApplicationList> licences) {
    Element facts = Html.tag("dl");
    fact(facts, "Series", printer.series());
    fact(facts, "Serial number", printer.serialNumber());
    fact(facts, "Licence for Dashboard", licence(licences, ApplicationList.DASHBOARD));
    fact(facts, "Licence for Remote Match", licence(licences, ApplicationList.REMOTE_MATCH));
    fact(
        facts,
        "Last data",
        printer.lastDataAt() == null ? "No data yet" : GuideTerms.of(printer.lastDataAt()));
    return Html.tag("li")
        .with("class", "printer")
        .add(
            Html.tag("span").with("class", "name").add(Html.foreign(printer.displayName())),
            Forms.form("remove-printer")
                .add(
                    Forms.hidden("printer", printer.id()),
                    Forms.button("Remove", printer.displayName())),
            facts);
  }

  private static String licence(Set<ApplicationList> licences, ApplicationList application) {
    return licences.contains(application) ? "Available" : "Missing";
  }

  private static void fact(Element facts, String name, String value) {
    facts.add(
        Html.tag("div").add(Html.tag("dt").add(name), Html.tag("dd").add(Html.foreign(value))));
  }

  private static Element name(MemberData member) {
    return Html.tag("span").with("class", "name").add(Html.foreign(member.email()));
  }

  private static Html badge(String word) {
    return Html.tag("span").with("class", "badge").add(word);
  }
}
