package canon.cpp.cloudservice.cli.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.cli.CommandRunner.Result;
import canon.cpp.cloudservice.cli.FakeSite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command activate. */
class ActivateTest {
  private static final String JANE = "jane@contoso.com";

  @TempDir private Path home;

  @Test
  void aUserActivatesRemoteControlAndIsToldIfItWasActiveBefore() {
    try (FakeSite site = new FakeSite(home, seed -> seed.user(JANE))) {
      Result first = site.as(JANE).run("activate");
      Result second = site.as(JANE).run("activate");

      assertThat(first.code()).isZero();
      assertThat(first.err()).contains("Activated.");
      assertThat(first.out()).contains(JANE);
      assertThat(second.code()).isZero();
      assertThat(second.err()).contains("It was active before.");
    }
  }

  @Test
  void anAccountWithoutRemoteControlCannotActivateIt() {
    try (FakeSite site = new FakeSite(home)) {
      Result result = site.as("stranger@contoso.com").run("activate");

      assertThat(result.code()).isEqualTo(7);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).contains("cloudservice: ");
    }
  }
}
