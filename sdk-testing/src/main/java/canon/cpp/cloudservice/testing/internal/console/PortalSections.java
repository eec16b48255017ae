package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.html.Element;
import canon.cpp.cloudservice.testing.internal.html.Html;
import canon.cpp.cloudservice.testing.internal.state.StateData.MemberData;
import canon.cpp.cloudservice.testing.internal.state.StateData.PrinterData;
import canon.cpp.cloudservice.testing.internal.state.StateData.SiteData;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The sections that the portal shows to an administrator: users, administrators, registered
 * printers.
 */
final class PortalSections {
  /** A page with a million rows is not useful. */
  private static final int MAX_ROWS = 200;

  private PortalSections() {}

  static List<Html> of(ConsoleView view, SiteData site) {
    return Html.pieces(users(view, site), administrators(view, site), printers(view, site));
  }

  private static Html users(ConsoleView view, SiteData site) {
    Element section = Sections.section(view, "users", "Cloud service users");
    section.add(
        Forms.form("add-user")
            .add(Forms.field("user", "Add a new cloud service user", Forms.address("email")))
            .add(Forms.button("Add")));
    for (ApplicationList application : ApplicationList.values()) {
      section.add(Html.tag("h3").add(GuideTerms.of(application)));
      section.add(list(ConsoleView.on(site, application), member -> user(member, application)));
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
    return Html.tag("li")
        .add(
            name,
            Forms.form("remove-user")
                .add(
                    Forms.hidden("user", member.userId()),
                    Forms.hidden("application", application.id()),
                    Forms.button(
                        "Remove", member.email() + " from " + GuideTerms.of(application))));
  }

  private static Html administrators(ConsoleView view, SiteData site) {
    Element section = Sections.section(view, "administrators", "Cloud service administrators");
    section.add(
        Forms.form("add-administrator")
            .add(
                Forms.field(
                    "administrator",
                    "Add a new cloud service administrator",
                    Forms.address("email")))
            .add(Forms.button("Add")));
    return section.add(list(ConsoleView.administrators(site), PortalSections::administrator));
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
        Html.tag("p")
            .with("class", "hint")
            .add("A printer is registered from its own Settings Editor."));
    return section.add(
        list(site.printers(), printer -> printer(printer, view.licences(printer.serialNumber()))));
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

  private static <T> List<Html> list(List<T> all, Function<T, Html> row) {
    List<Html> pieces = new ArrayList<>();
    if (all.isEmpty()) {
      pieces.add(Html.tag("p").with("class", "hint").add("The list is empty."));
      return pieces;
    }
    Element list = Html.tag("ul").with("class", "rows");
    all.stream().limit(MAX_ROWS).map(row).forEach(list::add);
    pieces.add(list);
    if (all.size() > MAX_ROWS) {
      pieces.add(
          Html.tag("p").with("class", "hint").add("And " + (all.size() - MAX_ROWS) + " more."));
    }
    return pieces;
  }
}
