package canon.cpp.cloudservice.bulk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "canon.cpp.cloudservice.bulk", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String INTERNAL = "canon.cpp.cloudservice..internal..";

  @ArchTest
  static final ArchRule onlyTheJournalInADatabaseUsesJdbc =
      noClasses()
          .that()
          .resideOutsideOfPackage("canon.cpp.cloudservice.bulk.jdbc..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .because("the module java.sql is optional");

  @ArchTest
  static final ArchRule nothingNeedsTheJournalInADatabase =
      noClasses()
          .that()
          .resideOutsideOfPackage("canon.cpp.cloudservice.bulk.jdbc..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("canon.cpp.cloudservice.bulk.jdbc..");

  @ArchTest
  static final ArchRule theJournalInADatabaseNeedsNothingInternal =
      noClasses()
          .that()
          .resideInAPackage("canon.cpp.cloudservice.bulk.jdbc..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(INTERNAL)
          .because("a host must be able to write such a journal itself");

  @ArchTest
  static final ArchRule usersMeetNeitherInternalNorJacksonTypes =
      classes()
          .that()
          .resideOutsideOfPackage(INTERNAL)
          .and(describe("are public", ArchitectureTest::isOpen))
          .should(
              nameNone(resideInAPackage(INTERNAL).or(resideInAPackage("com.fasterxml.jackson.."))));

  @ArchTest
  static final ArchRule onlyTheInputUsesFlow =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.BulkInput")
          .and()
          .resideOutsideOfPackage("..internal.input..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.concurrent\\.Flow.*")
          .because("Android 8 has no Flow, and its check looks away here");

  @ArchTest
  static final ArchRule exceptionsThatUsersMeetAreUnchecked =
      classes()
          .that()
          .resideOutsideOfPackage(INTERNAL)
          .and()
          .areAssignableTo(Throwable.class)
          .should()
          .beAssignableTo(RuntimeException.class);

  @ArchTest
  static final ArchRule publicPackagesHaveNoCycles =
      slices()
          .matching("canon.cpp.cloudservice.bulk.(*)..")
          .that(describe("are public", slice -> !slice.getNamePart(1).equals("internal")))
          .should()
          .beFreeOfCycles();

  @ArchTest
  static void everyPublicPackageIsExported(JavaClasses classes) throws IOException {
    ModuleDescriptor module;
    try (var in = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
      module = ModuleDescriptor.read(in);
    }

    assertThat(
            module.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet()))
        .isEqualTo(
            classes.stream()
                .filter(ArchitectureTest::isOpen)
                .map(JavaClass::getPackageName)
                .filter(name -> !name.contains(".internal"))
                .collect(Collectors.toSet()));
    assertThat(module.requires())
        .filteredOn(required -> required.name().equals("java.sql"))
        .singleElement()
        .matches(
            required -> required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC));
  }

  private static boolean isOpen(HasModifiers what) {
    return what.getModifiers().contains(PUBLIC) || what.getModifiers().contains(PROTECTED);
  }

  private static ArchCondition<JavaClass> nameNone(DescribedPredicate<JavaClass> unwanted) {
    return new ArchCondition<>("name none of " + unwanted.getDescription() + " in a signature") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMembers().stream()
            .filter(member -> isOpen(member) && !member.getModifiers().contains(SYNTHETIC))
            .forEach(
                member ->
                    typesOf(member)
                        .flatMap(named -> named.getAllInvolvedRawTypes().stream())
                        .filter(unwanted)
                        .forEach(
                            named ->
                                events.add(
                                    SimpleConditionEvent.violated(
                                        member, member.getFullName() + " names " + named))));
      }
    };
  }

  private static Stream<JavaType> typesOf(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit unit = (JavaCodeUnit) member;
    return Stream.of(
            Stream.of(unit.getReturnType()),
            unit.getParameterTypes().stream(),
            unit.getExceptionTypes().stream())
        .flatMap(types -> types);
  }
}
