package canon.cpp.cloudservice.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.Settled;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * The properties that hold for any response: the call ends before its deadline, with a result or
 * with an exception of the library, whose message fits into a log and whose outcome is true.
 */
public final class Oracle {
  /** Three attempts, and one more for each of two reasons to reject a token. */
  private static final int MOST_REQUESTS = 5;

  private static final int LONGEST_MESSAGE = 2_000;

  /** Characters that end a line, begin a terminal command, or reverse the text direction. */
  private static final Pattern BREAKS_A_LINE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private Oracle() {}

  public static void holds(EveryCall call, ExecutionMode mode, List<HostileAnswer> answers) {
    holds(call, mode, CloudServiceClient::withToken, answers);
  }

  /** The same with a provider that returns a new token for every request. */
  public static void holdsWithFreshTokens(
      EveryCall call, ExecutionMode mode, List<HostileAnswer> answers) {
    AtomicInteger tokens = new AtomicInteger();
    holds(
        call,
        mode,
        (client, token) ->
            client.withTokenProvider(wanted -> AccessToken.of(token + tokens.incrementAndGet())),
        answers);
  }

  private static void holds(
      EveryCall call,
      ExecutionMode mode,
      BiFunction<CloudServiceClient, String, CloudServiceClient> identity,
      List<HostileAnswer> answers) {
    try (ClientHarness harness = new ClientHarness(answers.toArray(new HostileAnswer[0]))) {
      CloudServiceClient client =
          identity.apply(harness.with(b -> b.executor(Runnable::run)).client(), "token");

      CloudServiceException failure = failure(harness, mode, call.on(client));

      if (failure != null && call.id().isChange()) {
        // Every response here is from a server that received the request.
        assertThat(failure.outcome()).isNotEqualTo(Outcome.NOT_SENT);
        assertThat(failure.idempotencyKey()).isPresent();
        settle(harness, mode, failure);
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(call + ", " + mode + ", with responses " + answers, e);
    }
  }

  private static void settle(
      ClientHarness harness, ExecutionMode mode, CloudServiceException failure) {
    if (failure.outcome() == Outcome.UNKNOWN) {
      Call<Settled> settle = failure.settle();

      CloudServiceException again = failure(harness, mode, settle);

      if (again != null) {
        assertThat(again.outcome()).isEqualTo(Outcome.UNKNOWN);
      }
    }
  }

  /** Executes the call; returns its exception, or null after a result. */
  private static CloudServiceException failure(
      ClientHarness harness, ExecutionMode mode, Call<?> call) {
    long start = harness.timer.nanoTime();
    int before = harness.requests();

    Throwable failure = catchThrowable(() -> assertThat(mode.execute(call)).isNotNull());

    assertThat(Duration.ofNanos(harness.timer.nanoTime() - start))
        .isLessThanOrEqualTo(ClientHarness.TIMEOUT);
    assertThat(harness.requests() - before).isBetween(1, MOST_REQUESTS);
    if (failure == null) {
      return null;
    }
    assertThat(failure).isInstanceOf(CloudServiceException.class);
    for (Throwable one = failure; one != null; one = one.getCause()) {
      fitsIntoALog(String.valueOf(one.getMessage()));
    }
    return (CloudServiceException) failure;
  }

  /** Checks texts that a host will log. */
  public static void fitsIntoALog(String words) {
    String beginning = words.substring(0, Math.min(words.length(), 300));
    assertThat(words.length()).as(beginning).isLessThanOrEqualTo(LONGEST_MESSAGE);
    assertThat(words).doesNotContainPattern(BREAKS_A_LINE);
  }
}
