package canon.cpp.cloudservice.testing.rules;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code docs/traceability.md}. */
final class TraceabilityPage {
  private static final String TESTS =
      "../sdk-testing/src/test/java/canon/cpp/cloudservice/testing/rules/";
  private static final Map<String, String> CALLS =
      Map.ofEntries(
          entry("signIn", "session().signIn()"),
          entry("getSession", "session().get()"),
          entry("signOut", "session().signOut()"),
          entry("getSite", "site().get()"),
          entry("listUsers", "users().list()"),
          entry("addUser", "users().add(…)"),
          entry("getUser", "users().get(…)"),
          entry("removeUser", "users().remove(…).from(…)"),
          entry("removeUserFromEveryList", "users().remove(…).fromEveryList()"),
          entry("resolveAddresses", "users().resolve(…)"),
          entry("listAdministrators", "administrators().list()"),
          entry("addAdministrator", "administrators().add(…)"),
          entry("getAdministrator", "administrators().get(…)"),
          entry("removeAdministrator", "administrators().remove(…)"),
          entry("listPrinters", "printers().list()"),
          entry("registerPrinter", "printers().register(…)"),
          entry("getPrinter", "printers().get(…)"),
          entry("removePrinter", "printers().remove(…)"),
          entry("activateRemoteControl", "remoteControl().activate()"));

  private TraceabilityPage() {}

  static String of(List<RulesPage.Entry> rules, RuleTests tests) {
    StringBuilder page =
        new StringBuilder(
            """
            # Traceability

            Where each [domain rule](domain-rules.md) stands in the [contract](api/README.md), which calls it governs, and which tests check it.
            The build writes this page and fails when a rule that shows on the wire has no operation or no test. Rules that do not show there are left out.

            | rule | | operations, and codes of rejection | calls | tests |
            |---|---|---|---|---|
            """);
    for (RulesPage.Entry rule : rules) {
      if (rule.onTheWire()) {
        page.append(row(rule, tests)).append('\n');
      }
    }
    return page.toString();
  }

  private static String row(RulesPage.Entry rule, RuleTests tests) {
    List<String> operations = RulesInContract.operations(rule.id());
    String codes =
        RulesInContract.codes(rule.id()).stream()
            .map(code -> "`" + code + "`")
            .collect(Collectors.joining(", "));
    return "| ["
        + rule.id()
        + "](domain-rules.md#"
        + rule.id().toLowerCase(Locale.ROOT)
        + ") | "
        + rule.title()
        + " | "
        + String.join(", ", operations)
        + (codes.isEmpty() ? "" : "; " + codes)
        + " | "
        + operations.stream().map(TraceabilityPage::call).collect(Collectors.joining(", "))
        + " | "
        + tests.of(rule.id()).stream()
            .map(test -> "[" + test + "](" + TESTS + test + ".java)")
            .collect(Collectors.joining(", "))
        + " |";
  }

  private static String call(String operation) {
    String call = CALLS.get(operation);
    if (call == null) {
      throw new IllegalStateException("Say here with which call " + operation + " is made");
    }
    return "`" + call + "`";
  }
}
