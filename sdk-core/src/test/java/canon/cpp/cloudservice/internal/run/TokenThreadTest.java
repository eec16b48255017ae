package canon.cpp.cloudservice.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host's executor may reject the task that requests a token. */
class TokenThreadTest {
  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anExecutorThatRejectsTheTokenRequestEndsTheCall(ExecutionMode mode) {
    int[] tasks = {0};
    try (ClientHarness harness = new ClientHarness()) {
      harness.with(
          builder ->
              builder.executor(
                  task -> {
                    // A blocking call uses the executor only for the token; an asynchronous one
                    // starts with a task.
                    if (tasks[0]++ == 0 && mode == ExecutionMode.ASYNC) {
                      task.run();
                    } else if (tasks[0] < 3) {
                      throw new RejectedExecutionException("seeded-secret");
                    } else {
                      task.run();
                    }
                  }));
      var call =
          harness
              .client()
              .withTokenProvider(request -> AccessToken.of("token"))
              .remoteControl()
              .activate();

      var failure = mode.failure(UnavailableException.class, call);

      assertThat(failure).hasMessageStartingWith("The client's executor rejects tasks");
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(harness.timer.pending()).isZero();
    }
  }
}
