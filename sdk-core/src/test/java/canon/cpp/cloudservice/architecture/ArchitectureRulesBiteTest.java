package canon.cpp.cloudservice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A rule that finds no violation in the sources may be ineffective; each one finds {@link
 * Offender}.
 */
class ArchitectureRulesBiteTest {
  static final List<ArchRule> RULES =
      List.of(
          ArchitectureTest.usersMeetNoInternalType,
          ArchitectureTest.usersMeetNoJacksonType,
          ArchitectureTest.onlyTheJdkTransportUsesTheJdkClient,
          ArchitectureTest.onlyTheAdaptersImplementFlow,
          ArchitectureTest.nothingTakesAnOptional,
          ArchitectureTest.exceptionsAreUnchecked);

  private static final JavaClasses OFFENDER =
      new ClassFileImporter().importClasses(Offender.class, Offender.Checked.class);

  @ParameterizedTest
  @FieldSource("RULES")
  void aViolationIsFound(ArchRule rule) {
    var report = rule.evaluate(OFFENDER).getFailureReport();

    assertThat(report.getDetails()).isNotEmpty().allMatch(line -> line.contains("Offender"));
  }
}
