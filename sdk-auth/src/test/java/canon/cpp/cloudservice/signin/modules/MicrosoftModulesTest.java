package canon.cpp.cloudservice.signin.modules;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.signin.harness.ChildJvm;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A host with msal4j and without, on the module path and on the class path. */
class MicrosoftModulesTest {
  private static final String SIGN_IN = "canon.cpp.cloudservice.signin";
  private static final String ALL = SIGN_IN + ",com.microsoft.aad.msal4j,com.azure.json";
  private static final String ASKED = "no response was received from https://127.0.0.1:1";
  private static final String MISSING = "com.microsoft.azure:msal4j";
  private static final Pattern LIBRARY = Pattern.compile("/com/(microsoft/azure|azure)/");
  private static final Pattern OURS =
      Pattern.compile(
          "/sdk-(core|auth)/target/classes|/cloudservice-sdk-(core|auth)-|/jackson-|/slf4j-");
  private static final Pattern PROGRAM = Pattern.compile("/sdk-auth/target/test-classes");

  @Test
  void onTheModulePathItNeedsNoLibraryOfGoogle() {
    assertThat(modules(jar -> true, ALL)).contains(ASKED);
  }

  @Test
  void missingModulesAreNamedAtOnce() {
    assertThat(modules(jar -> true, SIGN_IN + ",com.microsoft.aad.msal4j"))
        .contains("missing here: com.azure.json.");
  }

  @Test
  void onTheModulePathTheMissingLibraryIsNamed() {
    assertThat(modules(jar -> !isLibrary(jar), SIGN_IN))
        .contains(MISSING)
        .doesNotContain("NoClassDefFoundError");
  }

  @Test
  void asAModuleItUsesTheLibraryFromTheClassPath() {
    String output =
        new ChildJvm()
            .keeping(MicrosoftModulesTest::needed)
            .runWithModules(MicrosoftHost.class, SIGN_IN, MicrosoftModulesTest::isLibrary);

    assertThat(output).contains(ASKED).doesNotContain("IllegalAccessError");
  }

  @Test
  void onTheClassPathItNeedsNoLibraryOfGoogle() {
    assertThat(classPath(jar -> true)).contains(ASKED);
  }

  @Test
  void onTheClassPathTheMissingLibraryIsNamed() {
    assertThat(classPath(jar -> !isLibrary(jar)))
        .contains(MISSING)
        .doesNotContain("NoClassDefFoundError");
  }

  private static String modules(Predicate<String> keep, String modules) {
    return new ChildJvm()
        .keeping(jar -> needed(jar) && keep.test(jar))
        .runWithModules(MicrosoftHost.class, modules);
  }

  private static String classPath(Predicate<String> keep) {
    return new ChildJvm()
        .keeping(jar -> (needed(jar) || PROGRAM.matcher(slashes(jar)).find()) && keep.test(jar))
        .run(MicrosoftHost.class);
  }

  private static boolean needed(String jar) {
    return OURS.matcher(slashes(jar)).find() || isLibrary(jar);
  }

  private static boolean isLibrary(String jar) {
    return LIBRARY.matcher(slashes(jar)).find();
  }

  private static String slashes(String path) {
    return path.replace('\\', '/');
  }
}
