package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.console.Forms.Option;
import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.faults.CountedRules.Counted;
import canon.cpp.cloudservice.testing.internal.faults.FaultSpec;
import canon.cpp.cloudservice.testing.internal.html.Element;
import canon.cpp.cloudservice.testing.internal.html.Html;
import java.util.ArrayList;
import java.util.List;

/** The sections that control the fake and do not belong to the portal: clock, faults, state. */
final class InstrumentSections {
  private static final int MAX_NUMBER = 9999;

  private InstrumentSections() {}

  static List<Html> of(ConsoleView view, FakeContext parts) {
    return Html.pieces(clock(view, parts), faults(view, parts), state(view));
  }

  private static Html clock(ConsoleView view, FakeContext parts) {
    return Sections.section(view, "clock", "Clock")
        .add(
            Html.tag("p")
                .with("class", "hint")
                .add("The clock stands still until it is advanced. Tokens are valid for one hour."))
        .add(Html.tag("p").with("class", "time").add(GuideTerms.of(parts.clock().instant())))
        .add(
            Forms.form("advance")
                .add(
                    Forms.field(
                        "advance-count",
                        "Advance the clock",
                        number("count", view.entered("advance", "count", "1"))))
                .add(
                    Html.tag("label")
                        .with("for", "advance-unit")
                        .with("class", "unseen")
                        .add("Unit"),
                    Forms.choice(
                            "unit",
                            List.of(
                                new Option("PT1M", "minutes"),
                                new Option("PT1H", "hours"),
                                new Option("P1D", "days")),
                            view.entered("advance", "unit", "PT1M"))
                        .with("id", "advance-unit"),
                    Forms.button("Advance")));
  }

  private static Html faults(ConsoleView view, FakeContext parts) {
    Element section = Sections.section(view, "faults", "Faults");
    List<Counted<FaultSpec>> all = parts.faults().all();
    if (all.isEmpty()) {
      section.add(Html.tag("p").with("class", "hint").add("There are no faults."));
    } else {
      Element list = Html.tag("ul").with("class", "rows");
      all.forEach(known -> list.add(fault(known)));
      section.add(list);
      section.add(Forms.form("clear-faults").add(Forms.button("Remove all")));
    }
    return section.add(newFault(view, parts));
  }

  private static Html fault(Counted<FaultSpec> known) {
    String description = known.rule() + ", happened " + known.happened() + "x";
    Element name = Html.tag("span").with("class", "name").add(Html.foreign(description));
    if (known.happened() == known.rule().times()) {
      name.add(Html.text(" "), Html.tag("span").with("class", "badge").add("Used up"));
    }
    Element row = Html.tag("li").add(name);
    if (known.rule().holds() && known.happened() > 0) {
      row.add(
          Forms.form("release-fault")
              .add(
                  Forms.hidden("fault", "flt_" + known.number()),
                  Forms.button("Release", "the requests held by fault " + known.number())));
    }
    return row.add(
        Forms.form("remove-fault")
            .add(
                Forms.hidden("fault", "flt_" + known.number()),
                Forms.button("Remove", "fault " + known.number() + ": " + description)));
  }

  private static Html newFault(ConsoleView view, FakeContext parts) {
    List<Option> operations = new ArrayList<>();
    operations.add(new Option("", "every operation"));
    parts.operationNames().forEach(name -> operations.add(new Option(name, name)));
    List<Option> kinds = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      kinds.add(new Option(kind.name(), kind.word()));
    }
    return Forms.form("add-fault")
        .with("class", "stacked")
        .add(
            Forms.field(
                "fault-on",
                "On",
                Forms.choice("on", operations, view.entered("add-fault", "on", ""))))
        .add(
            Forms.field(
                "fault-kind",
                "Effect",
                Forms.choice("kind", kinds, view.entered("add-fault", "kind", ""))))
        .add(
            Forms.field(
                "fault-times", "Times", number("times", view.entered("add-fault", "times", "1"))))
        .add(Forms.button("Add fault"));
  }

  private static Html state(ConsoleView view) {
    return Sections.section(view, "state", "State")
        .add(
            Html.tag("div")
                .with("class", "row")
                .add(
                    Html.tag("a").with("href", "/_fake/state").add("Show as JSON"),
                    Html.tag("details")
                        .add(
                            Html.tag("summary").add("Reset to the seed"),
                            Html.tag("p")
                                .add("All changes since the start are lost. Reset the state now?"),
                            Forms.form("reset").add(Forms.button("Reset the state")))));
  }

  private static Element number(String name, String value) {
    return Html.tag("input")
        .with("type", "number")
        .with("name", name)
        .with("min", "1")
        .with("max", String.valueOf(MAX_NUMBER))
        .with("value", value)
        .with("required");
  }
}
