package canon.cpp.cloudservice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.cli.CommandRunner.Result;
import canon.cpp.cloudservice.cli.FakeSite;
import canon.cpp.cloudservice.errors.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users and administrators, against the fake. */
class MembersTest {
  @TempDir private Path home;
  private FakeSite site;

  @BeforeEach
  void start() {
    site = new FakeSite(home, seed -> seed.activeUser("john@contoso.com"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void usersAreListedInEachFormat() {
    assertThat(site.admin().run("users", "list").out())
        .contains("email", "john@contoso.com", "active");
    assertThat(site.admin().run("users", "list", "--format", "json").out())
        .startsWith("[\n{\"email\":")
        .contains("\"remote_control\":\"active\"")
        .endsWith("\n]\n");
    assertThat(site.admin().run("users", "list", "--format", "jsonl").out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"email\":") && line.endsWith("}"));
    assertThat(site.admin().run("--format", "csv", "users", "list", "--active").out())
        .startsWith("email,administrator,dashboard,remote_match,remote_control,")
        .contains("\njohn@contoso.com,no,yes,yes,active,");
  }

  @Test
  void oneUserIsShownAsFields() {
    Result shown = site.admin().run("users", "show", "JOHN@contoso.com");

    assertThat(shown.code()).isZero();
    assertThat(shown.out()).containsPattern("(?m)^email +john@contoso.com$");
  }

  @Test
  void aUserWhoDoesNotExistEndsWithRejected() {
    Result shown = site.admin().run("users", "show", "jane@contoso.com");

    assertThat(shown.code()).isEqualTo(3);
    assertThat(shown.out()).isEmpty();
    assertThat(shown.err()).startsWith("cloudservice: ").contains("Check the spelling");
  }

  @Test
  void whatIsMissingAmongSeveralUsersIsReportedAndTheOthersAreShown() {
    Result shown = site.admin().run("users", "show", "jane@contoso.com", "john@contoso.com");

    assertThat(shown.code()).isEqualTo(3);
    assertThat(shown.out()).contains("john@contoso.com");
    assertThat(shown.err()).contains("jane@contoso.com");
  }

  @Test
  void anAddedUserIsReportedListByList() {
    Result added = site.admin().run("users", "add", "jane@contoso.com", "--format", "json");

    assertThat(added.code()).isZero();
    assertThat(added.out())
        .contains("\"result\":\"done\"", "\"remote-match:added\"", "\"remedy\":null");
    assertThat(site.admin().run("users", "add", "jane@contoso.com").out()).contains("already-so");
  }

  @Test
  void oneRejectedUserAmongSeveralIsNotASuccess() {
    Result added = site.admin().run("users", "add", "boss@fabrikam.com", "jane@contoso.com");

    assertThat(added.code()).isEqualTo(3);
    assertThat(added.out())
        .contains("rejected", "account-registered-elsewhere", "The address belongs to another site")
        .containsPattern("jane@contoso.com +done");
  }

  @Test
  void aLostResponseIsSettled() {
    site.fake().faults().on("addUser").times(3).dropAfterApplying();

    Result added = site.admin().run("users", "add", "jane@contoso.com");

    assertThat(added.code()).isZero();
    assertThat(added.out()).containsPattern("jane@contoso.com +done");
  }

  @Test
  void anOutcomeThatStaysUnknownIsReported() {
    site.fake().faults().on("addUser").dropAfterApplying();

    Result added = site.admin().run("users", "add", "a@b.com");

    assertThat(added.code()).isEqualTo(4);
    assertThat(added.out()).contains("unknown", "Run the command again");
  }

  @Test
  void administratorsAreAddedAndListed() {
    assertThat(site.admin().run("administrators", "add", "deputy@contoso.com").out())
        .contains("administrator:added");
    assertThat(site.admin().run("administrators", "list", "--invited").out())
        .contains("deputy@contoso.com")
        .doesNotContain(FakeSite.ADMIN);
    assertThat(site.admin().run("administrators", "show", FakeSite.ADMIN).out())
        .containsPattern("(?m)^state +active$");
  }

  @Test
  void addressesAreResolved() {
    Result resolved = site.admin().run("resolve", "J.O.H.N@gmail.com", "no address");

    assertThat(resolved.code()).isEqualTo(3);
    assertThat(resolved.out()).contains("john@gmail.com");
  }

  @Test
  void anAccountThatIsNoAdministratorHasToSignInWithAnother() {
    Result listed = site.as("john@contoso.com").run("users", "list");

    assertThat(listed.code()).isEqualTo(7);
    assertThat(listed.err()).contains("an account that is an administrator");
  }

  @Test
  void aThrottledServiceEndsWithUnreachable() {
    site.fake().faults().onEveryOperation().respond(429, ProblemCode.RATE_LIMITED);

    assertThat(site.admin().run("users", "list").code()).isEqualTo(75);
  }
}
