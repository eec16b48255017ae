package canon.cpp.cloudservice.cli.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {
  @Test
  void thePrecedenceIsTheOrderOfTheConstants() {
    assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::value))
        .containsExactly(130, 64, 1, 7, 8, 75, 5, 4, 6, 3, 2, 0);
  }

  @Test
  void eachCodeWinsOverAllThatFollow() {
    List<ExitCode> all = new ArrayList<>(List.of(ExitCode.values()));
    while (!all.isEmpty()) {
      ExitCode first = all.get(0);
      all.forEach(
          other -> {
            assertThat(first.and(other)).isEqualTo(first);
            assertThat(other.and(first)).isEqualTo(first);
          });
      assertThat(ExitCode.mostImportant(all)).isEqualTo(first);
      all.remove(first);
    }
    assertThat(ExitCode.mostImportant(List.of())).isEqualTo(ExitCode.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "REJECTED, UNKNOWN, UNKNOWN",
    "UNKNOWN, UNREACHABLE, UNREACHABLE",
    "UNREACHABLE, SIGN_IN, SIGN_IN",
    "DRIFT, REJECTED, DRIFT",
    "CEILING, UNKNOWN, CEILING",
    "OK, CHANGES, CHANGES",
    "FAILURE, WRONG_SITE, FAILURE",
    "USAGE, FAILURE, USAGE",
    "INTERRUPTED, UNREACHABLE, INTERRUPTED"
  })
  void ofTwoCodesTheMoreImportantOneIsReported(ExitCode one, ExitCode other, ExitCode expected) {
    assertThat(ExitCode.mostImportant(List.of(one, other))).isEqualTo(expected);
    assertThat(ExitCode.mostImportant(List.of(other, one))).isEqualTo(expected);
  }
}
