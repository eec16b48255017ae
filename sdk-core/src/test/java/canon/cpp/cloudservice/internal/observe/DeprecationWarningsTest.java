package canon.cpp.cloudservice.internal.observe;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.hostile.Cases;
import canon.cpp.cloudservice.hostile.HostileStrings;
import canon.cpp.cloudservice.hostile.Oracle;
import canon.cpp.cloudservice.http.HttpHeaders;
import java.util.ArrayList;
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

  private final List<String> warnings = new ArrayList<>();
  private final DeprecationWarnings sunsets = new DeprecationWarnings(warnings::add);

  @Test
  void aDeprecatedOperationIsLoggedOnce() {
    sunsets.check("listUsers", ENDING);
    sunsets.check("listUsers", ENDING);
    sunsets.check("addUser", ENDING);

    assertThat(warnings)
        .containsExactly(
            "The service reports that listUsers is deprecated since @1893456000 and ends on Tue, 01"
                + " Jan 2030 00:00:00 GMT. Check for a newer version of this library.",
            "The service reports that addUser is deprecated since @1893456000 and ends on Tue, 01 Jan"
                + " 2030 00:00:00 GMT. Check for a newer version of this library.");
  }

  @Test
  void anOperationThatIsNotDeprecatedIsNotLogged() {
    sunsets.check("listUsers", HttpHeaders.none());

    assertThat(warnings).isEmpty();
  }

  @Test
  void valuesOfTheServiceCannotAddALine() {
    sunsets.check("listUsers", HttpHeaders.of(Map.of("Sunset", List.of("now\u2028WARN forged"))));

    assertThat(warnings).singleElement().asString().contains("now?WARN forged");
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

          new DeprecationWarnings(Oracle::fitsIntoALog).check("listUsers", headers);
        });
  }
}
