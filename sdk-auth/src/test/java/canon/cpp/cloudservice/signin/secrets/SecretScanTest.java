package canon.cpp.cloudservice.signin.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.signin.harness.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No failure of a sign-in prints a secret, even at the finest log level. */
class SecretScanTest {
  @TempDir Path directory;

  @Test
  void noSecretIsPrinted() {
    String printed =
        new ChildJvm()
            .logging("trace")
            .run(SignInProgram.class, directory.resolve("sign-ins").toString());

    assertThat(printed)
        .as("the program must reach its end, with failures before it")
        .contains("AuthenticationException")
        .contains("TokenStoreException")
        .contains("could not be saved")
        .endsWith("done\n");
    assertThat(printed).doesNotContain(SignInProgram.SEED);
  }
}
