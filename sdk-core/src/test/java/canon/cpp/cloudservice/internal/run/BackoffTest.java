package canon.cpp.cloudservice.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.internal.run.RetryRules.Decision;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration PLENTY = Duration.ofDays(100_000);

  private final RetryPolicy policy =
      RetryPolicy.builder()
          .maxAttempts(20)
          .baseDelay(Duration.ofMillis(100))
          .maxDelay(Duration.ofSeconds(1))
          .build();

  @Test
  void backoffIsUniformBetweenZeroAndACeilingThatDoublesUpToTheMaximum() {
    long[] ceilings = {100, 200, 400, 800, 1000, 1000, 1000};
    for (int attempts = 1; attempts <= ceilings.length; attempts++) {
      long ceiling = ceilings[attempts - 1];
      List<Long> pauses = new ArrayList<>();
      Random random = new Random(attempts);
      for (int i = 0; i < 1000; i++) {
        pauses.add(pause(random, attempts).toMillis());
      }

      assertThat(pauses).allMatch(pause -> pause >= 0 && pause < ceiling);
      assertThat(pauses.stream().filter(pause -> pause < ceiling / 2)).hasSizeBetween(430, 570);
      assertThat(pauses).anyMatch(pause -> pause > ceiling * 9 / 10);
    }
  }

  @Test
  void theShortestBackoffIsZeroAndTheLongestIsBelowTheCeiling() {
    assertThat(pause(draws(0.0), 1)).isZero();
    assertThat(pause(draws(Math.nextDown(1.0)), 1)).isLessThan(Duration.ofMillis(100));
  }

  @Test
  void retryAfterExtendsTheBackoffButDoesNotShortenIt() {
    RetryRules rules = new RetryRules(policy, new RetryBudget(), draws(0.5));

    assertThat(rules.afterFailure(1, Duration.ofSeconds(7), PLENTY))
        .isEqualTo(Decision.retryAfter(Duration.ofSeconds(7)));
    assertThat(rules.afterFailure(1, Duration.ZERO, PLENTY))
        .isEqualTo(Decision.retryAfter(Duration.ofMillis(50)));
  }

  @Test
  void theBackoffIsShorterThanTheTimeLeft() {
    RetryRules rules = new RetryRules(policy, new RetryBudget(), draws(0.5));

    assertThat(rules.afterFailure(1, null, Duration.ofMillis(51)).delay()).isNotNull();
    assertThat(rules.afterFailure(1, null, Duration.ofMillis(50)))
        .isEqualTo(Decision.giveUp("There is no time for another attempt before the deadline."));
    assertThat(rules.afterFailure(1, null, Duration.ofMillis(-1)).delay()).isNull();
  }

  @Test
  void aRejectionDoesNotUseTheBudget() {
    RetryBudget budget = new RetryBudget();
    RetryRules rules = new RetryRules(policy, budget, draws(0.5));

    for (int i = 0; i < 1000; i++) {
      assertThat(rules.afterFailure(20, null, PLENTY).delay()).isNull();
      assertThat(rules.afterFailure(1, null, Duration.ZERO).delay()).isNull();
      assertThat(rules.afterFailure(1, Duration.ofHours(1), PLENTY).delay()).isNull();
    }

    assertThat(rules.afterFailure(1, null, PLENTY).delay()).isNotNull();
  }

  private Duration pause(Random random, int attempts) {
    Duration pause =
        new RetryRules(policy, new RetryBudget(), random)
            .afterFailure(attempts, null, PLENTY)
            .delay();
    assertThat(pause).isNotNull();
    return pause;
  }

  private static Random draws(double value) {
    return new Random(1) {
      private static final long serialVersionUID = 1L;

      @Override
      public double nextDouble() {
        return value;
      }
    };
  }
}
