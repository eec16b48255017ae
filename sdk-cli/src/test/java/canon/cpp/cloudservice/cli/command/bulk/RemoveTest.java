package canon.cpp.cloudservice.cli.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.cli.CommandRunner;
import canon.cpp.cloudservice.cli.CommandRunner.Result;
import canon.cpp.cloudservice.cli.FakeSite;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Removals: the question, the ceiling and the protections. */
class RemoveTest {
  @TempDir private Path home;
  private FakeSite site;

  @BeforeEach
  void start() {
    site =
        new FakeSite(
            home,
            seed ->
                seed.user("u1@contoso.com")
                    .user("u2@contoso.com")
                    .user("u3@contoso.com")
                    .printer("varioPRINT 140", "VP-1001", "Press 1"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void theUserIsAskedOnATerminal() {
    Result refused = remove(site.admin().onTerminal().answering("n\n"), "u1@contoso.com");
    Result agreed = remove(site.admin().onTerminal().answering("yes\n"), "u1@contoso.com");

    assertThat(refused.code()).isEqualTo(64);
    assertThat(refused.err()).contains("Remove 1 of 1 users at site sit_000001?", "did not agree");
    assertThat(agreed.code()).isZero();
    assertThat(agreed.out()).contains("u1@contoso.com,done");
    assertThat(removals()).isEqualTo(1);
  }

  @Test
  void withoutATerminalOnlyYesRemoves() {
    assertThat(remove(site.admin(), "u1@contoso.com").code()).isEqualTo(64);
    assertThat(
            remove(
                    site.admin().onTerminal().answering("y\n"),
                    "u1@contoso.com",
                    "--non-interactive")
                .code())
        .isEqualTo(64);
    assertThat(removals()).isZero();

    assertThat(remove(site.admin(), "u1@contoso.com", "--yes").code()).isZero();
  }

  @Test
  void yesDoesNotLiftTheCeilingButTheExactNumberDoes() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("leavers.csv"), "email\nu1@contoso.com\nu2@contoso.com\nu3@contoso.com\n");
    CommandRunner admin = site.admin();

    Result above = admin.run("users", "remove", "--file", file.toString(), "--yes");
    Result other =
        admin.run("users", "remove", "--file", file.toString(), "--yes", "--max-removals", "4");

    assertThat(above.code()).isEqualTo(5);
    assertThat(above.err()).contains("would remove 3", "2 are allowed", "--max-removals 3");
    assertThat(other.code()).isEqualTo(5);
    assertThat(removals()).isZero();

    Result exact =
        admin.run("users", "remove", "--file", file.toString(), "--yes", "--max-removals", "3");
    assertThat(exact.code()).isZero();
    assertThat(Files.readString(home.resolve("leavers.result.csv")))
        .contains("u3@contoso.com,done");
  }

  @Test
  void aLowerMaximumIsACeiling() {
    assertThat(remove(site.admin(), "u1@contoso.com", "--yes", "--max-removals", "0").code())
        .isEqualTo(5);
  }

  @Test
  void theRemovalsOfEarlierCommandsCount() {
    assertThat(remove(site.admin(), "u1@contoso.com", "--yes").code()).isZero();
    assertThat(remove(site.admin(), "u2@contoso.com", "--yes").code()).isZero();

    assertThat(remove(site.admin(), "u3@contoso.com", "--yes").code()).isEqualTo(5);
  }

  @Test
  void aDryRunOnlyCounts() {
    Result counted = remove(site.admin(), "u1@contoso.com", "--dry-run");

    assertThat(counted.err()).contains("Would remove 1 of 1 users", "ceiling allows 2");
    assertThat(removals()).isZero();
  }

  @Test
  void usersAreRemovedFromSomeLists() {
    assertThat(remove(site.admin(), "u1@contoso.com", "--yes", "--from", "remote-match").code())
        .isZero();

    assertThat(site.admin().run("users", "show", "u1@contoso.com").out())
        .containsPattern("remote_match +no")
        .containsPattern("dashboard +yes");
  }

  @Test
  void theAccountItselfIsProtected() {
    Result removed = site.admin().run("administrators", "remove", FakeSite.ADMIN, "--yes");

    assertThat(removed.code()).isEqualTo(3);
    assertThat(removed.out()).contains("rejected");
  }

  @Test
  void printersAreRemoved() {
    Result removed = site.admin().run("printers", "remove", "VP-1001", "--yes");

    assertThat(removed.code()).isZero();
    assertThat(site.admin().run("printers", "list").out()).isEmpty();
  }

  @Test
  void keysOrAFileAreNeeded() {
    assertThat(site.admin().run("users", "remove", "--yes").code()).isEqualTo(64);
  }

  @Test
  void anExportIsAnInput() throws IOException {
    Path file = home.resolve("users.csv");

    assertThat(site.admin().run("users", "export", file.toString()).code()).isZero();
    Result imported = site.admin().run("users", "import", file.toString());

    assertThat(imported.code()).isZero();
    assertThat(imported.out()).containsPattern("already-so +3");
    assertThat(site.admin().run("users", "export", "--excel", file.toString()).code()).isZero();
    assertThat(Files.readString(file)).startsWith("\uFEFFemail;administrator;").contains("\r\n");
  }

  private long removals() {
    return site.fake().log().entries().stream().filter(LoggedRequest::applied).count();
  }

  private static Result remove(CommandRunner admin, String address, String... more) {
    String[] all = new String[3 + more.length];
    all[0] = "users";
    all[1] = "remove";
    all[2] = address;
    System.arraycopy(more, 0, all, 3, more.length);
    return admin.run(all);
  }
}
