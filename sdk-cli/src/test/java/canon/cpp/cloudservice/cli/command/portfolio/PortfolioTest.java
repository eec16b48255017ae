package canon.cpp.cloudservice.cli.command.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.cli.CommandRunner;
import canon.cpp.cloudservice.cli.CommandRunner.Result;
import canon.cpp.cloudservice.cli.FakeSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sites: the administrators are {@code admin@contoso.com} and {@code boss@fabrikam.com}. */
class PortfolioTest {
  private static final String BOSS = "boss@fabrikam.com";

  @TempDir private Path home;
  private FakeSite site;
  private Path inputs;

  @BeforeEach
  void start() throws IOException {
    site = new FakeSite(home, seed -> seed.user("user@contoso.com"));
    inputs = Files.createDirectory(home.resolve("inputs"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void everySiteIsCheckedAndNothingIsChanged() throws IOException {
    Path report = home.resolve("report.json");

    Result checked =
        runner("sit_000001", BOSS, "sit_000002")
            .run("portfolio", "check", "--report", report.toString(), "--format", "csv");

    assertThat(checked.code()).isZero();
    assertThat(checked.out()).contains("bedford,sit_000001,done,", "lyon,sit_000002,done,");
    assertThat(Files.readString(report)).containsPattern("\"complete\" ?: ?true");
    assertThat(site.fake().log().entries()).allMatch(request -> request.method().equals("GET"));
  }

  @Test
  void aWrongSiteDoesNotStopTheOthers() throws IOException {
    Result checked =
        runner("sit_000009", BOSS, "sit_000002").run("portfolio", "check", "--format", "csv");

    assertThat(checked.code()).isEqualTo(8);
    assertThat(checked.out()).contains("bedford,sit_000009,wrong_site,", "lyon,sit_000002,done,");
  }

  @Test
  void anAccountWithoutTheRoleIsReported() throws IOException {
    Result alone =
        runner("sit_000009", "user@contoso.com", "sit_000001")
            .run("portfolio", "check", "--sites", "lyon");

    assertThat(alone.code()).isEqualTo(7);
    assertThat(alone.out()).contains("administrator-required").doesNotContain("bedford");
  }

  @Test
  void theUsersOfEachSiteAreAddedFromItsFile() throws IOException {
    Path bedford = write("bedford.csv", "email", "jane@contoso.com", "not an address");
    Path lyon = write("lyon.csv", "email", "jean@fabrikam.com");
    CommandRunner runner = runner("sit_000001", BOSS, "sit_000002");

    Result added = runner.run("portfolio", "import", inputs.toString(), "--format", "csv");

    assertThat(added.code()).isEqualTo(3);
    assertThat(added.out()).contains("bedford,sit_000001,incomplete,", "lyon,sit_000002,done,");
    assertThat(Files.readAllLines(bedford.resolveSibling("bedford.result.csv")))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("jane@contoso.com,done,"))
        .anyMatch(line -> line.startsWith("not an address,rejected,validation-failed,"));
    assertThat(lyon.resolveSibling("lyon.result.csv")).exists();
    assertThat(site.admin().run("users", "list").out()).contains("jane@contoso.com");

    Path corrected = write("bedford.csv", "email", "jane@contoso.com");
    assertThat(corrected).exists();
    assertThat(runner.run("portfolio", "import", inputs.toString()).code()).isZero();
  }

  @Test
  void aResultFileThatCannotBeWrittenIsNamed() throws IOException {
    Path bedford = write("bedford.csv", "email", "jane@contoso.com");
    Path results = Files.createDirectory(bedford.resolveSibling("bedford.result.csv"));
    Path inside = Files.createFile(results.resolve("file"));

    Result added =
        runner("sit_000001", BOSS, "sit_000002").run("portfolio", "import", inputs.toString());

    assertThat(added.code()).isEqualTo(1);
    assertThat(added.out()).contains("cannot be written").doesNotContain("See the failure");
    assertThat(inside).exists();
  }

  @Test
  void anAddressThatTwoSitesWantIsReportedBeforeAnythingIsAdded() throws IOException {
    Path bedford = write("bedford.csv", "email", "Jane.Doe@gmail.com");
    Path lyon = write("lyon.csv", "email", "janedoe@gmail.com", "jean@fabrikam.com");

    Result added =
        runner("sit_000001", BOSS, "sit_000002").run("portfolio", "import", inputs.toString());

    assertThat(added.code()).isEqualTo(64);
    assertThat(added.err()).contains("janedoe@gmail.com", "bedford", "lyon", "Nothing was added");
    assertThat(site.fake().log().of("addUser")).isEmpty();
    assertThat(List.of(bedford, lyon)).allMatch(Files::exists);
  }

  @Test
  void wrongUseIsReportedBeforeAnythingIsSent() throws IOException {
    CommandRunner runner = runner("sit_000001", BOSS, "sit_000002");

    assertThat(runner.run("portfolio", "check", "--sites", "paris").err()).contains("[paris]");
    assertThat(runner.run("portfolio", "import", inputs.toString()).err()).contains("NAME.csv");
    assertThat(site.anonymous().run("portfolio", "check").err()).contains("[bedford]");
    assertThat(site.fake().log().entries()).isEmpty();
  }

  private CommandRunner runner(String bedford, String other, String lyon) throws IOException {
    Path file = home.resolve("sites.ini");
    Files.write(
        file,
        List.of(
            "endpoint = " + site.fake().http().address(),
            "[bedford]",
            "token = " + site.fake().tokenFor(FakeSite.ADMIN).value(),
            "site-id = " + bedford,
            "[lyon]",
            "token = " + site.fake().tokenFor(other).value(),
            "site-id = " + lyon));
    Path unused = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return new CommandRunner(home).set("CLOUD_SERVICE_CONFIG", file.toString());
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(inputs.resolve(name), List.of(lines));
  }
}
