package canon.cpp.cloudservice.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that a spreadsheet would run. */
class SpreadsheetGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tcell",
        "\rcell",
        "\ncell",
        "=",
        "=cmd|' /C'!A0"
      })
  void aFormulaGetsAnApostropheThatReadingRemoves(String cell) {
    String guarded = SpreadsheetGuard.protect(cell);

    assertThat(guarded).isEqualTo("'" + cell);
    assertThat(SpreadsheetGuard.unprotect(guarded)).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "'", "a=b", "jane+tag@contoso.com", "'quoted'", "'t Hooft", " =1", "1-2"})
  void otherTextIsNotChanged(String cell) {
    assertThat(SpreadsheetGuard.protect(cell)).isEqualTo(cell);
    assertThat(SpreadsheetGuard.unprotect(cell)).isEqualTo(cell);
  }
}
