package canon.cpp.cloudservice.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  @Test
  void theStandardPolicyIsAsDocumented() {
    RetryPolicy standard = RetryPolicy.standard();

    assertThat(standard.maxAttempts()).isEqualTo(3);
    assertThat(standard.baseDelay()).isEqualTo(Duration.ofMillis(200));
    assertThat(standard.maxDelay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(standard.maxRetryAfter()).isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryPolicy.builder().build()).hasToString(standard.toString());
  }

  @Test
  void noneMeansOneAttempt() {
    assertThat(RetryPolicy.none().maxAttempts()).isEqualTo(1);
  }

  @Test
  void aBuilderStartsFromAPolicyAndDoesNotChangeIt() {
    RetryPolicy first =
        RetryPolicy.builder()
            .maxAttempts(6)
            .baseDelay(Duration.ofMillis(1))
            .maxDelay(Duration.ofMillis(2))
            .maxRetryAfter(Duration.ofMillis(3))
            .build();

    RetryPolicy second = first.toBuilder().maxAttempts(7).build();

    assertThat(first)
        .hasToString(
            "RetryPolicy[maxAttempts=6, baseDelay=PT0.001S, maxDelay=PT0.002S,"
                + " maxRetryAfter=PT0.003S]");
    assertThat(second).hasToString(first.toString().replace("maxAttempts=6", "maxAttempts=7"));
  }

  @Test
  void impossibleValuesAreRejectedByName() {
    RetryPolicy.Builder builder = RetryPolicy.builder();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxAttempts(0))
        .withMessage("maxAttempts must be 1 to 20, but is 0");
    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxAttempts(21));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.baseDelay(Duration.ZERO))
        .withMessage("baseDelay must be longer than zero, but is PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxDelay(Duration.ofMillis(-1)))
        .withMessageContaining("maxDelay");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxRetryAfter(Duration.ZERO))
        .withMessageContaining("maxRetryAfter");
    assertThatNullPointerException()
        .isThrownBy(() -> builder.maxDelay(null))
        .withMessage("maxDelay");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxDelay(Duration.ofMillis(100)).build())
        .withMessage("baseDelay (PT0.2S) must not be longer than maxDelay (PT0.1S)");
  }
}
