package canon.cpp.cloudservice.architecture;

import static canon.cpp.cloudservice.architecture.Signatures.name;
import static canon.cpp.cloudservice.architecture.Signatures.takeAnOptional;
import static canon.cpp.cloudservice.architecture.Signatures.visible;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedTransferQueue;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = "canon.cpp.cloudservice", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String INTERNAL = "..internal..";
  private static final DescribedPredicate<JavaClass> FLOW =
      DescribedPredicate.describe(
          "part of Flow",
          type ->
              type.isAssignableTo(Flow.Publisher.class)
                  || type.isAssignableTo(Flow.Subscriber.class)
                  || type.isAssignableTo(Flow.Subscription.class));

  @ArchTest
  static final ArchRule usersMeetNoInternalType =
      noClasses()
          .that()
          .resideOutsideOfPackage(INTERNAL)
          .and(visible())
          .should(name(resideInAPackage(INTERNAL).as("an internal type")));

  @ArchTest
  static final ArchRule usersMeetNoJacksonType =
      noClasses()
          .that()
          .resideOutsideOfPackage(INTERNAL)
          .and(visible())
          .should(name(resideInAPackage("com.fasterxml.jackson..").as("a Jackson type")));

  @ArchTest
  static final ArchRule onlyTheJdkTransportUsesTheJdkClient =
      noClasses()
          .that()
          .resideOutsideOfPackage("..internal.jdk..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..")
          .because("Android has no java.net.http, and its check looks away here");

  @ArchTest
  static final ArchRule onlyTheAdaptersImplementFlow =
      noClasses()
          .that()
          .resideOutsideOfPackages("..internal.jdk..", "..internal.paging..")
          .should()
          .beAssignableTo(FLOW)
          .because("Android has no Flow, and its check looks away here");

  @ArchTest
  static final ArchRule nothingWaitsInALinkedTransferQueue =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(LinkedTransferQueue.class)
          .because("on Java 17, a thread that waits in it may run forever (JDK-8301341)");

  @ArchTest
  static final ArchRule nothingTakesAnOptional =
      noCodeUnits().that().doNotHaveModifier(JavaModifier.SYNTHETIC).should(takeAnOptional());

  @ArchTest
  static final ArchRule exceptionsAreUnchecked =
      classes()
          .that()
          .areAssignableTo(Throwable.class)
          .should()
          .beAssignableTo(RuntimeException.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule publicPackagesHaveNoCycles =
      slices()
          .matching("canon.cpp.cloudservice.(*)..")
          .that(
              DescribedPredicate.describe(
                  "are public", slice -> !slice.getNamePart(1).equals("internal")))
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule internalPackagesHaveNoCycles =
      slices()
          .matching("canon.cpp.cloudservice.internal.(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true);

  @ArchTest
  static void everyPackageOutsideInternalIsExported(JavaClasses classes) throws IOException {
    var exported =
        moduleDescriptor().exports().stream()
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());

    var outsideInternal =
        classes.stream()
            .filter(visible().and(DescribedPredicate.not(resideInAPackage(INTERNAL))))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());

    assertThat(exported).isEqualTo(outsideInternal);
  }

  private static ModuleDescriptor moduleDescriptor() throws IOException {
    try (var in = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
      return ModuleDescriptor.read(in);
    }
  }
}
