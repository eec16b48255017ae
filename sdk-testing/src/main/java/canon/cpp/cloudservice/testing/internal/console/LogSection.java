package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.internal.html.Element;
import canon.cpp.cloudservice.testing.internal.html.Html;
import canon.cpp.cloudservice.testing.internal.log.LogBook;
import canon.cpp.cloudservice.testing.internal.log.LogLines;
import canon.cpp.cloudservice.testing.internal.log.Masking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The last requests, newest first. {@code console.js} adds new ones in the same form. */
final class LogSection {
  private static final int SHOWN = 50;

  private LogSection() {}

  static Html of(ConsoleView view, LogBook log) {
    LogBook.Part all = log.after(0, Integer.MAX_VALUE);
    int count = all.requests().size();
    List<LoggedRequest> last =
        new ArrayList<>(all.requests().subList(Math.max(0, count - SHOWN), count));
    Collections.reverse(last);
    Element rows =
        Html.tag("tbody").with("id", "log-rows").with("data-next", String.valueOf(all.last()));
    last.forEach(request -> rows.add(row(request)));
    Element section = Sections.section(view, "log", "Requests");
    if (log.removed() > 0) {
      section.add(Html.tag("p").add(LogLines.removed(log.removed())));
    }
    return section
        .add(
            Html.tag("div")
                .with("class", "row")
                .add(
                    Html.tag("p")
                        .with("class", "hint")
                        .add("Newest first. Tokens and proofs are masked."),
                    Forms.form("clear-log").add(Forms.button("Clear", "the log"))))
        .add(
            Html.tag("table")
                .add(Html.tag("thead").add(headings("No.", "Request", "Response")), rows));
  }

  private static Html headings(String... words) {
    Element row = Html.tag("tr");
    for (String word : words) {
      row.add(Html.tag("th").with("scope", "col").add(word));
    }
    return row;
  }

  private static Html row(LoggedRequest request) {
    return Html.tag("tr")
        .add(
            Html.tag("td").add(String.valueOf(request.number())),
            Html.tag("td")
                .add(
                    Html.tag("div").add(Html.foreign(what(request))),
                    Html.tag("div")
                        .with("class", "hint")
                        .add(Html.foreign(Masking.mask(request.path()))),
                    Html.tag("div").with("class", "hint").add(Html.foreign(by(request)))),
            Html.tag("td").add(Html.foreign(result(request))));
  }

  private static String what(LoggedRequest request) {
    return Optional.ofNullable(request.operation()).orElse(request.method() + " (not modelled)");
  }

  private static String by(LoggedRequest request) {
    return Optional.ofNullable(request.account())
        .map(account -> account.email().orElse(account.subject()))
        .orElse("unknown");
  }

  private static String result(LoggedRequest request) {
    List<String> words = new ArrayList<>();
    if (request.status() != 0) {
      words.add(String.valueOf(request.status()));
    }
    Optional.ofNullable(request.code()).ifPresent(words::add);
    request.invalidFields().stream().map(Masking::mask).forEach(words::add);
    if (request.replayed()) {
      words.add("replayed");
    }
    if (request.applied()) {
      words.add("applied");
    }
    if (request.dropped()) {
      words.add("dropped");
    }
    return String.join(" ", words);
  }
}
