package canon.cpp.cloudservice.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.testing.FakeCloudService;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * The kit makes the fake produce every response that the contract declares, each operation with
 * each status and problem code, and no other. Only responses that were received count.
 */
class ContractCoverageTest {

  /** The kit, which records the responses. */
  static class Recorded extends CloudServiceContractKit {
    private static RecordedResponses book;
    private static List<String> notPassed;

    private final FakeCloudService fake = FakeContractEndpoint.newFake();

    @Override
    protected ContractEndpoint endpoint() {
      return new FakeContractEndpoint(fake, fake.inProcess(), book::watching);
    }

    @AfterEach
    void close() {
      fake.close();
    }
  }

  private static final Set<String> DECLARED = RecordedResponses.declaredBy(Contract.load());

  private static Set<String> producedBy(DiscoverySelector tests) {
    Recorded.book = new RecordedResponses();
    Recorded.notPassed =
        EngineTestKit.engine("junit-jupiter")
            .selectors(tests)
            .execute()
            .testEvents()
            .finished()
            .stream()
            .filter(ContractCoverageTest::didNotPass)
            .map(event -> event.getTestDescriptor().getUniqueId() + ": " + result(event))
            .toList();
    return Recorded.book.answers();
  }

  private static boolean didNotPass(Event event) {
    return result(event).getStatus() != TestExecutionResult.Status.SUCCESSFUL;
  }

  private static TestExecutionResult result(Event event) {
    return event.getRequiredPayload(TestExecutionResult.class);
  }

  @Test
  void everyDeclaredResponseIsProducedAndNoOther() {
    Set<String> produced = producedBy(DiscoverySelectors.selectClass(Recorded.class));

    assertThat(without(DECLARED, produced))
        .as(
            "declared, but produced by no test; the tests that did not pass: %s",
            Recorded.notPassed)
        .isEmpty();
    assertThat(without(produced, DECLARED)).as("produced, but not declared").isEmpty();
  }

  @Test
  void aResponseThatNoTestProducesIsReported() {
    Set<String> produced =
        producedBy(
            DiscoverySelectors.selectNestedClass(
                List.of(Recorded.class), CloudServiceContractKit.RemoteControl.class));

    assertThat(produced).contains("activateRemoteControl 200").isSubsetOf(DECLARED);
    assertThat(without(DECLARED, produced))
        .contains(
            "activateRemoteControl 403 not-on-remote-control-list",
            "activateRemoteControl 503",
            "activateRemoteControl default",
            "getSite 200",
            "(none) 501 not-modelled")
        .doesNotContain("activateRemoteControl 200");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/site, 418, {}, getSite 418",
    "GET, /v1/site, 404, '{\"code\":\"not-found\"}', getSite 404 not-found",
    "GET, /v1/site, 401, {}, getSite 401",
    "GET, /v1/site, 503, '{\"code\":\"tired\"}', getSite 503 tired",
    "POST, /v1/session, 201, {}, signIn 201",
    "GET, /v1/faxes, 404, {}, (none) 404",
  })
  void anUndeclaredResponseIsReported(
      String method, String path, int status, String body, String answer)
      throws InterruptedException {
    RecordedResponses book = new RecordedResponses();
    HttpResponse canned =
        new HttpResponse(status, HttpHeaders.none(), body.getBytes(StandardCharsets.UTF_8));
    URI uri = URI.create("https://cloudservice.invalid" + path);

    book.watching(new CannedTransport(canned))
        .send(HttpRequest.of(method, uri, Duration.ofSeconds(1)));

    assertThat(book.answers()).containsExactly(answer).doesNotContainAnyElementsOf(DECLARED);
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
