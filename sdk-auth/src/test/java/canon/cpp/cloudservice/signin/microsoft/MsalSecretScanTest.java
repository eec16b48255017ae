package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.signin.harness.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything is logged, and no secret and no user appears in the log. */
class MsalSecretScanTest {
  @TempDir Path folder;

  @Test
  void msal4jLogsMicrosoftsDescriptionOfAUser() throws Exception {
    String printed = run("msal4j", "warn");

    assertThat(printed).contains("WARN com.microsoft.aad.msal4j", SecretsProgram.PERSON);
  }

  @Test
  void hereNoSecretAndNoUserIsPrinted() throws Exception {
    String printed = run("ours", "trace");
    List<String> secrets = Files.readAllLines(folder.resolve("secrets"));

    assertThat(printed)
        .contains("com.microsoft.aad.msal4j", "AuthenticationException", "AADSTS65001");
    assertThat(secrets).hasSizeGreaterThan(10).allMatch(secret -> secret.length() > 8);
    for (String secret : secrets) {
      assertThat(printed.lines().filter(line -> line.contains(secret))).as(secret).isEmpty();
    }
    assertThat(printed.lines().filter(line -> line.contains("private"))).isEmpty();
    assertThat(printed.lines().filter(line -> line.contains(Entra.ADMIN))).isEmpty();
  }

  @Test
  void hereMsal4jLogsNoWarning() throws Exception {
    assertThat(run("ours", "warn")).doesNotContain("WARN com.microsoft", "ERROR com.microsoft");
  }

  private String run(String way, String logLevel) throws Exception {
    return new ChildJvm()
        .logging(logLevel)
        .run(SecretsProgram.class, way, folder.resolve("secrets").toString());
  }
}
