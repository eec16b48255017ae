package canon.cpp.cloudservice.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void longTextsAreCut() {
    assertThat(Printable.cut("x".repeat(100))).isEqualTo("x".repeat(100));
    assertThat(Printable.cut("x".repeat(101))).isEqualTo("x".repeat(100) + "…");
    assertThat(Printable.cut("x".repeat(99) + "🖨🖨")).isEqualTo("x".repeat(99) + "?…");
  }
}
