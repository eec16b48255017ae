package canon.cpp.cloudservice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.cli.CommandRunner;
import canon.cpp.cloudservice.cli.CommandRunner.Result;
import canon.cpp.cloudservice.cli.FakeSite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites, configuration, wrong usage and failing output. */
class ContextTest {
  @TempDir private Path home;
  private FakeSite site;

  @BeforeEach
  void start() {
    site = new FakeSite(home);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void theAccountIsShown() {
    Result shown = site.admin().run("whoami");

    assertThat(shown.code()).isZero();
    assertThat(shown.out()).contains(FakeSite.ADMIN, "administrator", "sit_000001");
  }

  @Test
  void aCommandForAnotherSiteIsRefusedBeforeAnythingIsSent() {
    Result added = site.admin().run("users", "add", "jane@contoso.com", "--site", "sit_000002");

    assertThat(added.code()).isEqualTo(8);
    assertThat(added.err()).contains("sit_000001", "sit_000002", "Nothing was changed");
    assertThat(site.fake().log().of("addUser")).isEmpty();
    assertThat(site.admin().run("users", "list", "--site", "sit_000001").code()).isZero();
  }

  @Test
  void aSiteIsASectionOfTheConfigurationFile() throws IOException {
    Path file =
        config(
            "endpoint = " + site.fake().http().address(),
            "[bedford]",
            "token = " + site.fake().tokenFor(FakeSite.ADMIN).value(),
            "site-id = sit_000001",
            "[lyon]",
            "token = " + site.fake().tokenFor("boss@fabrikam.com").value(),
            "site-id = sit_000001");
    CommandRunner runner = new CommandRunner(home).set("CLOUD_SERVICE_CONFIG", file.toString());

    assertThat(runner.run("whoami", "--site", "bedford").code()).isZero();
    assertThat(runner.run("whoami", "--site", "lyon").code()).isEqualTo(8);
    assertThat(runner.set("CLOUD_SERVICE_SITE", "bedford").run("whoami").code()).isZero();
  }

  @Test
  void aConfigurationThatOthersCanReadIsRefused() throws IOException {
    Path file = config("endpoint = http://localhost");
    Path unused = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    Result shown = site.anonymous().run("whoami", "--config", file.toString());

    assertThat(shown.code()).isEqualTo(64);
    assertThat(shown.err()).contains("rw-r-----", "chmod 600");
  }

  @Test
  void aMissingSettingIsNamed() {
    Result without = new CommandRunner(home).run("whoami");

    assertThat(without.code()).isEqualTo(64);
    assertThat(without.err()).contains("endpoint", "CLOUD_SERVICE_ENDPOINT");
    assertThat(site.anonymous().run("whoami").err()).contains("CLOUD_SERVICE_SIGN_IN");
    assertThat(site.anonymous().run("whoami", "--endpoint", "here").code()).isEqualTo(64);
  }

  @Test
  void anUnknownCommandOrOptionIsWrongUsage() {
    Result wrong = site.admin().run("users", "lits");

    assertThat(wrong.code()).isEqualTo(64);
    assertThat(wrong.err()).contains("list", "cloudservice users --help");
    assertThat(site.admin().run("users", "list", "--frmat", "json").code()).isEqualTo(64);
    assertThat(site.admin().run().err()).contains("A command is missing", "whoami");
    assertThat(site.admin().run("users").err()).contains("list, show, add");
  }

  @Test
  void helpAndVersionArePrinted() {
    assertThat(site.admin().run("--help").out()).contains("Usage: cloudservice", "administrators");
    assertThat(site.admin().run("users", "add", "--help").out())
        .contains("Usage: cloudservice users add", "--site", "ADDRESS...");
    assertThat(site.admin().run("--version").out()).contains("cloudservice development", "Java");
  }

  @Test
  void aTokenThatIsNotAcceptedLeadsToSignIn() {
    Result refused = site.anonymous().set("CLOUD_SERVICE_TOKEN", "wrong").run("whoami");

    assertThat(refused.code()).isEqualTo(7);
    assertThat(refused.err()).contains("cloudservice sign-in").doesNotContain("\tat ");
    assertThat(
            site.anonymous()
                .set("CLOUD_SERVICE_TOKEN", "wrong")
                .run("whoami", "--stacktrace")
                .err())
        .contains("\tat ");
  }

  @Test
  void anUnreachableServiceLeadsToADiagnosis() {
    Result refused = site.admin().run("whoami", "--endpoint", "http://127.0.0.1:1");

    assertThat(refused.code()).isEqualTo(75);
    assertThat(refused.err()).contains("cloudservice diagnose");
  }

  @Test
  void aDiagnosisHasAnExitCode() {
    assertThat(site.anonymous().set("CLOUD_SERVICE_TOKEN", "wrong").run("diagnose").code())
        .isEqualTo(7);
    Result broken =
        site.admin().run("diagnose", "--endpoint", "http://127.0.0.1:1", "--format", "jsonl");
    assertThat(broken.code()).isEqualTo(75);
    assertThat(broken.out()).contains("{\"check\":\"connection\",\"state\":\"failed\"");
  }

  @Test
  void outputThatCannotBeWrittenIsNotASuccess() {
    Result full = site.admin().writingTo(failing("No space left on device")).run("users", "list");

    assertThat(full.code()).isEqualTo(1);
    assertThat(full.err()).contains("No space left on device", "Free some space");
  }

  @Test
  void aClosedPipeIsNotReported() {
    Result closed = site.admin().writingTo(failing("Broken pipe")).run("users", "list");

    assertThat(closed.code()).isEqualTo(1);
    assertThat(closed.err()).isEmpty();
  }

  @Test
  void thePortalIsOpenedFromATerminalOnly() {
    CommandRunner pipe = site.admin();
    CommandRunner terminal = site.admin().onTerminal();

    assertThat(pipe.run("portal").out()).isEqualTo("https://remotecontrol.cpp.canon\n");
    terminal.run("portal");

    assertThat(pipe.pages()).isEmpty();
    assertThat(terminal.pages()).hasSize(1);
  }

  @Test
  void colourIsForTerminalsOnly() {
    assertThat(site.admin().run("whoami").out()).doesNotContain("\u001b");
    assertThat(site.admin().onTerminal().run("whoami").out()).contains("\u001b[1memail");
    assertThat(site.admin().onTerminal().set("NO_COLOR", "1").run("whoami").out())
        .doesNotContain("\u001b");
  }

  @Test
  void anArgumentThatTheLocaleCannotRepresentIsRefused() {
    Result wrong = site.admin().run("users", "add", "jos\uFFFD@contoso.com");

    assertThat(wrong.code()).isEqualTo(64);
    assertThat(wrong.err()).contains("UTF-8");
  }

  private Path config(String... lines) throws IOException {
    Path file =
        Files.createFile(
            home.resolve("config"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.write(file, List.of(lines));
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
