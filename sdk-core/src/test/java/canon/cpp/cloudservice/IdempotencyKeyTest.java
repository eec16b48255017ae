package canon.cpp.cloudservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

  @Test
  void theSamePartsGiveTheSameKeyInEveryVersion() {
    assertThat(IdempotencyKey.of("import-2031", "jürgen@müller.example"))
        .isEqualTo("fE3AssyRIeRHFnGuDc8-os86BKsTdHfBZ3j7PDdkKzM");
  }

  @Test
  void orderAndBordersOfThePartsChangeTheKey() {
    assertThat(IdempotencyKey.of("a", "bc"))
        .isNotEqualTo(IdempotencyKey.of("ab", "c"))
        .isNotEqualTo(IdempotencyKey.of("abc"))
        .isNotEqualTo(IdempotencyKey.of("bc", "a"))
        .isNotEqualTo(IdempotencyKey.of("a", "bc", ""));
  }

  @Test
  void anyPartsGiveAKeyThatCanBeSent() {
    assertThat(IdempotencyKey.of("x".repeat(10_000), "two words\n", ""))
        .matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void aKeyNeedsParts() {
    assertThatIllegalArgumentException().isThrownBy(IdempotencyKey::of);
    assertThatNullPointerException().isThrownBy(() -> IdempotencyKey.of("a", null));
  }
}
