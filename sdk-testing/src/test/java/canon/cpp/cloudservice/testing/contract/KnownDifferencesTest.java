package canon.cpp.cloudservice.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.testing.FakeCloudService;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The list of known differences works in both directions. */
class KnownDifferencesTest {
  private static final String EVERY_ONE =
      """
      # What the gateway does
      Authentication.requestWithoutTokenIsRejected[removePrinter] = The gateway drops the challenge.
      Authentication.expiredTokenIsRejected[removePrinter] = The gateway drops the challenge.
      Authentication.endedSessionIsRejected[removePrinter] = The gateway drops the challenge.
      """;

  /** A service whose transport and known differences a test sets. */
  static class Service extends CloudServiceContractKit {
    private static UnaryOperator<HttpTransport> gateway;
    private static String known;

    private final FakeCloudService fake = FakeContractEndpoint.newFake();

    @Override
    protected ContractEndpoint endpoint() {
      return new FakeContractEndpoint(fake, fake.inProcess(), gateway);
    }

    @Override
    protected KnownDifferences knownDifferences() {
      return KnownDifferences.parse(known);
    }

    @AfterEach
    void close() {
      fake.close();
    }
  }

  private static final DiscoverySelector AUTHENTICATION =
      DiscoverySelectors.selectNestedClass(
          List.of(Service.class), CloudServiceContractKit.Authentication.class);
  private static final DiscoverySelector THE_LIST_ITSELF =
      DiscoverySelectors.selectMethod(Service.class, "everyKnownDifferenceNamesATest");

  private static Events run(
      UnaryOperator<HttpTransport> gateway, String known, DiscoverySelector selector) {
    Service.gateway = gateway;
    Service.known = known;
    return EngineTestKit.engine("junit-jupiter").selectors(selector).execute().allEvents();
  }

  private static List<String> messages(Events events) {
    return events.stream().map(KnownDifferencesTest::message).toList();
  }

  private static String message(Event event) {
    return event
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow()
        .getMessage();
  }

  @Test
  void anUnlistedDifferenceFails() {
    Events events = run(ChallengeDroppingGateway::new, "", AUTHENTICATION);

    assertThat(messages(events.failed()))
        .hasSize(3)
        .allMatch(message -> message.startsWith("WWW-Authenticate: "));
  }

  @Test
  void aListedDifferenceIsSkippedWithItsReason() {
    Events events = run(ChallengeDroppingGateway::new, EVERY_ONE, AUTHENTICATION);

    assertThat(events.failed().count()).isZero();
    assertThat(messages(events.aborted()))
        .hasSize(3)
        .containsOnly("Known difference: The gateway drops the challenge.");
  }

  @Test
  void aListedTestThatPassesFailsUntilItIsRemovedFromTheList() {
    Events events = run(UnaryOperator.identity(), EVERY_ONE, AUTHENTICATION);

    assertThat(messages(events.failed()))
        .hasSize(3)
        .allMatch(message -> message.contains("[removePrinter] passes: remove it from"));
  }

  @Test
  void aListedCaseThatDoesNotExistFails() {
    String known = "Authentication.requestWithoutTokenIsRejected[sendFax] = There is no fax.";

    Events events = run(UnaryOperator.identity(), known, AUTHENTICATION);

    assertThat(messages(events.failed())).singleElement().asString().contains("sendFax");
  }

  @Test
  void aListedTestThatDoesNotExistFails() {
    String known = EVERY_ONE + "Users.canFly = They cannot.";

    Events events = run(UnaryOperator.identity(), known, THE_LIST_ITSELF);

    assertThat(messages(events.failed()))
        .singleElement()
        .asString()
        .contains("Users.canFly")
        .doesNotContain("requestWithoutTokenIsRejected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Users.canFly", "Users.canFly =", "= why", "a = b\na = c"})
  void aLineWithoutAReasonAndARepeatedTestAreRejected(String wrong) {
    assertThatIllegalArgumentException().isThrownBy(() -> KnownDifferences.parse(wrong));
  }
}
