package canon.cpp.cloudservice.signin.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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
import java.util.stream.Stream;

/** A host that signs in with one provider needs nothing of the other's library. */
@AnalyzeClasses(packages = "canon.cpp.cloudservice.signin", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String INTERNAL = "canon.cpp.cloudservice..internal..";

  @ArchTest
  static final ArchRule onlyMicrosoftsPackagesUseMsal =
      noClasses()
          .that()
          .resideOutsideOfPackage("..microsoft..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.microsoft..");

  @ArchTest
  static final ArchRule onlyGooglesPackagesUseGooglesLibraries =
      noClasses()
          .that()
          .resideOutsideOfPackage("..google..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google..");

  @ArchTest
  static final ArchRule theProvidersDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage("..microsoft..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("canon..google..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule whatIsCommonDoesNotKnowTheProviders =
      noClasses()
          .that()
          .resideOutsideOfPackages("..microsoft..", "..google..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("canon..microsoft..", "canon..google..");

  @ArchTest
  static final ArchRule usersMeetNeitherInternalTypesNorLibraries =
      classes()
          .that()
          .resideOutsideOfPackage(INTERNAL)
          .and(describe("are public", ArchitectureTest::isOpen))
          .should(
              nameNone(
                  resideInAnyPackage("com.microsoft..", "com.google..", "com.fasterxml..")
                      .or(resideInAPackage(INTERNAL))));

  @ArchTest
  static final ArchRule exceptionsAreUnchecked =
      classes()
          .that()
          .areAssignableTo(Throwable.class)
          .should()
          .beAssignableTo(RuntimeException.class);

  @ArchTest
  static final ArchRule internalPackagesHaveNoCycles =
      slices().matching("canon.cpp.cloudservice.signin.internal.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingOfTheDesktopIsNeeded =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..");

  @ArchTest
  static void nothingInternalIsExported(JavaClasses unused) throws IOException {
    ModuleDescriptor module;
    try (var in = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
      module = ModuleDescriptor.read(in);
    }

    assertThat(module.exports())
        .extracting(ModuleDescriptor.Exports::source)
        .contains("canon.cpp.cloudservice.signin")
        .noneMatch(name -> name.contains(".internal"));
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
