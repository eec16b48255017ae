package canon.cpp.cloudservice.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.FakeCloudService;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Fields of one instance on which several tests run at the same time. */
class FakeCloudConcurrentFieldTest {

  private static List<Throwable> failures(Class<?> test, boolean parallel) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter(
            "junit.jupiter.execution.parallel.enabled", String.valueOf(parallel))
        .selectors(DiscoverySelectors.selectClass(test))
        .execute()
        .allEvents()
        .failed()
        .stream()
        .map(
            event ->
                event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow())
        .toList();
  }

  @TestInstance(Lifecycle.PER_CLASS)
  @Execution(ExecutionMode.CONCURRENT)
  static class OneInstance {
    @FakeCloud private FakeCloudService fake;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void first() {
      assertThat(fake.log().entries()).isEmpty();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void second() {
      assertThat(fake.log().entries()).isEmpty();
    }
  }

  @TestInstance(Lifecycle.PER_CLASS)
  static class OneInstanceAroundANestedClass {
    @FakeCloud private FakeCloudService fake;

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Inner {
      @Test
      void only() {
        assertThat(fake.log().entries()).isEmpty();
      }
    }
  }

  @TestInstance(Lifecycle.PER_CLASS)
  @Execution(ExecutionMode.CONCURRENT)
  static class OneInstanceOneThread {
    @FakeCloud private FakeCloudService fake;

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void only() {
      assertThat(fake.log().entries()).isEmpty();
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  static class OneInstanceForEachTest {
    @FakeCloud private FakeCloudService fake;

    @Test
    void only() {
      assertThat(fake.log().entries()).isEmpty();
    }
  }

  @TestInstance(Lifecycle.PER_CLASS)
  @Execution(ExecutionMode.CONCURRENT)
  @FakeCloud(shared = true)
  static class OneInstanceOneFake {
    @FakeCloud private FakeCloudService fake;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void only() {
      assertThat(fake.log().entries()).isEmpty();
    }
  }

  @Test
  void aFieldThatConcurrentTestsShareIsRejected() {
    assertThat(failures(OneInstance.class, true))
        .hasSize(2)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .hasMessageContaining("OneInstance")
                    .hasMessageContaining("field fake")
                    .hasMessageContaining("method parameter"));
    assertThat(failures(OneInstanceAroundANestedClass.class, true)).hasSize(1);
  }

  @Test
  void aFieldIsAcceptedIfItsTestsDoNotRunConcurrently() {
    assertThat(failures(OneInstance.class, false)).isEmpty();
    assertThat(failures(OneInstanceOneThread.class, true)).isEmpty();
    assertThat(failures(OneInstanceForEachTest.class, true)).isEmpty();
  }

  @Test
  void aFieldIsAcceptedIfAllTestsShareOneFake() {
    assertThat(failures(OneInstanceOneFake.class, true)).isEmpty();
  }
}
