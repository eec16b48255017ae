package canon.cpp.cloudservice.signin.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.signin.harness.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong while people sign in, nothing secret is printed, at the finest log level. */
class SecretScanTest {
  @TempDir Path directory;

  @Test
  void noSecretIsPrinted() {
    String printed =
        new ChildJvm()
            .logging("trace")
            .run(SignInProgram.class, directory.resolve("sign-ins").toString());

    assertThat(printed)
        .as("the program has to get to its end, and to fail on the way")
        .contains("AuthenticationException")
        .contains("TokenStoreException")
        .contains("could not be saved")
        .endsWith("done\n");
    assertThat(printed).doesNotContain(SignInProgram.SEED);
  }
}
