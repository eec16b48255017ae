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

/** A host's executor may have no thread to ask for a token. */
class TokenThreadTest {
  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anExecutorThatRejectsTheQuestionForATokenEndsTheCall(ExecutionMode way) {
    int[] tasks = {0};
    try (ClientHarness bench = new ClientHarness()) {
      bench.with(
          builder ->
              builder.executor(
                  task -> {
                    // The blocking way asks for a token only; the other begins with a task.
                    if (tasks[0]++ == 0 && way == ExecutionMode.ASYNC) {
                      task.run();
                    } else if (tasks[0] < 3) {
                      throw new RejectedExecutionException("seeded-secret");
                    } else {
                      task.run();
                    }
                  }));
      var call =
          bench
              .client()
              .withTokenProvider(request -> AccessToken.of("token"))
              .remoteControl()
              .activate();

      var failure = way.failure(UnavailableException.class, call);

      assertThat(failure).hasMessageStartingWith("The client's executor rejects work");
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(bench.timer.pending()).isZero();
    }
  }
}
