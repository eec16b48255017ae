package canon.cpp.cloudservice.internal.observe;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.hostile.Cases;
import canon.cpp.cloudservice.hostile.HostileStrings;
import canon.cpp.cloudservice.hostile.Oracle;
import canon.cpp.cloudservice.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeprecationWarningsTest {
  private static final HttpHeaders ENDING =
      HttpHeaders.of(
          Map.of(
              "Deprecation",
              List.of("@1893456000"),
              "Sunset",
              List.of("Tue, 01 Jan 2030 00:00:00 GMT")));

  private final DeprecationWarnings warnings = new DeprecationWarnings();

  @Test
  void aDeprecatedOperationIsLoggedOnce() {
    assertThat(warnings.check("listUsers", ENDING))
        .isEqualTo(
            "The service reports that listUsers is deprecated since @1893456000 and ends on Tue, 01"
                + " Jan 2030 00:00:00 GMT. Check for a newer version of this library.");
    assertThat(warnings.check("listUsers", ENDING)).isNull();
    assertThat(warnings.check("addUser", ENDING))
        .isEqualTo(
            "The service reports that addUser is deprecated since @1893456000 and ends on Tue, 01 Jan"
                + " 2030 00:00:00 GMT. Check for a newer version of this library.");
  }

  @Test
  void anOperationThatIsNotDeprecatedIsNotLogged() {
    assertThat(warnings.check("listUsers", HttpHeaders.none())).isNull();
  }

  @Test
  void valuesOfTheServiceCannotAddALine() {
    HttpHeaders forged = HttpHeaders.of(Map.of("Sunset", List.of("now\u2028WARN forged")));

    assertThat(warnings.check("listUsers", forged)).contains("now?WARN forged");
  }

  @Test
  void valuesOfAnyLengthGiveAShortWarning() {
    Cases.each(
        2_000,
        random -> {
          String date = HostileStrings.mutated(random, "Tue, 01 Jan 2030 00:00:00 GMT");
          HttpHeaders headers =
              HttpHeaders.of(
                  Map.of(
                      "Sunset",
                      List.of(date),
                      "Deprecation",
                      List.of(HostileStrings.text(random))));

          String warning = new DeprecationWarnings().check("listUsers", headers);
          if (warning != null) {
            Oracle.fitsIntoALog(warning);
          }
        });
  }
}
