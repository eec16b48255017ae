package canon.cpp.cloudservice.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.FakeCloudService;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * The failures that JUnit reports for tests that use {@link FakeCloud} incorrectly, or fail because
 * of it.
 */
class FakeCloudFailuresTest {

  /** The failures of all tests and containers of a class. */
  static List<Throwable> failures(Class<?> test) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(DiscoverySelectors.selectClass(test))
        .execute()
        .allEvents()
        .failed()
        .stream()
        .map(
            event ->
                event
                    .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                    .getThrowable()
                    .orElseThrow())
        .toList();
  }

  private static void askForSomethingElse(FakeCloudService fake) throws InterruptedException {
    HttpTransport transport = fake.inProcess().transport();
    URI uri = URI.create(fake.inProcess().address() + "/v1/faxes");
    transport.send(HttpRequest.of("GET", uri, Duration.ofSeconds(1)));
  }

  @FakeCloud
  static class RunsIntoTheUnknown {
    @Test
    void swallowsIt(FakeCloudService fake) throws InterruptedException {
      askForSomethingElse(fake);
    }

    @Test
    @FakeCloud(allowNotModelled = true)
    void meansIt(FakeCloudService fake) throws InterruptedException {
      askForSomethingElse(fake);
    }

    @Test
    void isInnocent(CloudServiceClient admin) {
      admin.site().get().execute();
    }
  }

  @FakeCloud(shared = true)
  static class RunsIntoTheUnknownTogether {
    @Test
    void swallowsIt(FakeCloudService fake) throws InterruptedException {
      askForSomethingElse(fake);
    }

    @Test
    void isInnocent(CloudServiceClient admin) {
      admin.site().get().execute();
    }
  }

  @FakeCloud
  static class WantsItTooEarly {
    @BeforeAll
    static void prepare(FakeCloudService fake) {}

    @Test
    void neverRuns() {}
  }

  @FakeCloud
  static class HasAStaticField {
    @FakeCloud static FakeClock clock;

    @Test
    void neverRuns() {}
  }

  static class SharesOneMethod {
    @FakeCloud(shared = true)
    @Test
    void neverRuns(FakeCloudService fake) {}
  }

  static class Leaks {
    static FakeCloudService leaked;

    @Test
    @FakeCloud
    void keepsTheFake(FakeCloudService fake) {
      leaked = fake;
      fake.client("admin@contoso.com").site().get().execute();
    }
  }

  @Test
  void aTestThatUsedAnUnmodelledOperationFails() {
    assertThat(failures(RunsIntoTheUnknown.class))
        .singleElement()
        .isInstanceOf(AssertionError.class)
        .asString()
        .contains("allowNotModelled = true", "/v1/faxes");
    assertThat(failures(RunsIntoTheUnknownTogether.class)).hasSize(1);
  }

  @Test
  void aConfigurationErrorIsExplained() {
    assertThat(failures(WantsItTooEarly.class))
        .singleElement()
        .asString()
        .contains("Every test has its own fake", "@FakeCloud(shared = true)");
    assertThat(failures(HasAStaticField.class))
        .singleElement()
        .asString()
        .contains("neither static nor final", "clock");
    assertThat(failures(SharesOneMethod.class))
        .isNotEmpty()
        .first()
        .asString()
        .contains("A method cannot share a fake");
  }

  @Test
  void theFakeIsClosedAfterTheTest() {
    assertThat(failures(Leaks.class)).isEmpty();

    HttpTransport transport = Leaks.leaked.inProcess().transport();
    URI uri = URI.create(Leaks.leaked.inProcess().address() + "/v1/site");
    assertThatThrownBy(() -> transport.send(HttpRequest.of("GET", uri, Duration.ofSeconds(1))))
        .hasMessageContaining("closed");
  }
}
