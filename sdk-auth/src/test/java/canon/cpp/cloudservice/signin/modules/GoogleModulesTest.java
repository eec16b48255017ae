package canon.cpp.cloudservice.signin.modules;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.signin.harness.ChildJvm;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A modular host application, with Google's library and without. */
class GoogleModulesTest {
  private static final String SIGN_IN = "canon.cpp.cloudservice.signin";
  private static final Pattern LIBRARY =
      Pattern.compile("/(com/google|io/grpc|io/opencensus|org/apache/httpcomponents)/");
  private static final Pattern OURS =
      Pattern.compile(
          "/sdk-(core|auth)/target/classes|/cloudservice-sdk-(core|auth)-|/jackson-|/slf4j-");

  @Test
  void workloadsNeedThreeModulesOfTheLibrary() {
    String printed =
        run(jar -> true, SIGN_IN + ",com.google.auth.oauth2,com.google.common,com.google.gson");

    assertThat(printed)
        .contains("GoogleApp[client]")
        .contains("Google (service account): no response was received from http://127.0.0.1:1");
  }

  @Test
  void missingModulesAreNamedAtOnce() {
    assertThat(run(jar -> true, SIGN_IN + ",com.google.auth.oauth2"))
        .contains("missing here: com.google.common, com.google.gson.");
  }

  @Test
  void asAModuleItUsesTheLibraryFromTheClassPath() {
    String printed =
        new ChildJvm()
            .keeping(jar -> isNeeded(slashes(jar)))
            .runWithModules(GoogleHost.class, SIGN_IN, jar -> LIBRARY.matcher(slashes(jar)).find());

    assertThat(printed)
        .contains("Google (service account): no response was received from http://127.0.0.1:1")
        .doesNotContain("IllegalAccessError");
  }

  @Test
  void usersNeedNoModuleOfTheLibrary() {
    assertThat(run(jar -> !LIBRARY.matcher(jar).find(), SIGN_IN))
        .contains("GoogleApp[client]")
        .contains("missing here: com.google.auth.oauth2, com.google.common, com.google.gson.");
  }

  private static String run(Predicate<String> keep, String modules) {
    return new ChildJvm()
        .keeping(jar -> isNeeded(slashes(jar)) && keep.test(slashes(jar)))
        .runWithModules(GoogleHost.class, modules);
  }

  private static boolean isNeeded(String jar) {
    return OURS.matcher(jar).find() || LIBRARY.matcher(jar).find();
  }

  private static String slashes(String path) {
    return path.replace('\\', '/');
  }
}
