package canon.cpp.cloudservice.testing.contract;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs {@link AnyEndpointContractTest} in a separate JVM, and prints the result. */
final class AnyEndpointRun {
  private AnyEndpointRun() {}

  public static void main(String[] arguments) {
    Events events =
        EngineTestKit.engine("junit-jupiter")
            .selectors(DiscoverySelectors.selectClass(AnyEndpointContractTest.class))
            .execute()
            .allEvents();
    System.out.println("passed " + events.succeeded().count());
    events.failed().stream().forEach(event -> print("failed", event));
    events.aborted().stream().forEach(event -> print("left out", event));
  }

  private static void print(String what, Event event) {
    TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
    String why = result.getThrowable().map(Throwable::getMessage).orElse("");
    System.out.println(what + " " + event.getTestDescriptor().getDisplayName() + ": " + why);
  }
}
