package canon.cpp.cloudservice.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Each rule that affects the wire format is in the contract, in a call and in a test, and the page
 * that lists these places is up to date. To write the page, run this test with {@code
 * -Dtraceability.write=true}.
 */
class TraceabilityTest {
  private static final Path PAGE = Path.of("..", "docs", "traceability.md");

  private final List<RulesPage.Entry> rules = RulesPage.read();
  private final RuleTests tests = RuleTests.find();

  @Test
  void everyRuleHasAnEntryInTheContractAndATest() {
    for (RulesPage.Entry rule : rules) {
      if (rule.onTheWire()) {
        assertThat(RulesInContract.operations(rule.id()))
            .as("operations of the contract that cite %s", rule.id())
            .isNotEmpty();
        assertThat(tests.of(rule.id())).as("tests that cite %s", rule.id()).isNotEmpty();
      }
    }
  }

  @Test
  void testsCiteOnlyExistingRules() {
    Set<String> known = RulesPage.ids(rules);

    assertThat(known).containsAll(tests.rules());
    assertThat(known).containsAll(RulesInContract.rules());
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    String page = TraceabilityPage.of(rules, tests);
    if (Boolean.getBoolean("traceability.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("docs/traceability.md; regenerate it with -Dtraceability.write=true")
        .isEqualTo(page);
  }
}
