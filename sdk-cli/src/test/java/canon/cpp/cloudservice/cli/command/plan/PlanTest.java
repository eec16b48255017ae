package canon.cpp.cloudservice.cli.command.plan;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.bulk.plan.MembershipPlan;
import canon.cpp.cloudservice.cli.CommandRunner.Result;
import canon.cpp.cloudservice.cli.FakeSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans and snapshots, against the fake. */
class PlanTest {
  @TempDir private Path home;
  private FakeSite site;

  @BeforeEach
  void start() {
    site = new FakeSite(home, seed -> seed.user("john@contoso.com").user("old@contoso.com"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aPlanIsApprovedByItsDigestAndApplied() throws IOException {
    Path plan = home.resolve("plan.json");

    Result planned = plan(plan, "--remove-from-domain", "contoso.com");
    String digest = MembershipPlan.read(plan).digest();
    Result refused =
        site.admin().run("apply", plan.toString(), "--approve", "other", "--max-removals", "1");
    Result above =
        site.admin().run("apply", plan.toString(), "--approve", digest, "--max-removals", "0");

    assertThat(planned.code()).isZero();
    assertThat(planned.out()).contains("jane@contoso.com", "old@contoso.com");
    assertThat(planned.err()).contains(digest, "--max-removals 1");
    assertThat(refused.code()).isEqualTo(64);
    assertThat(above.code()).isEqualTo(5);
    assertThat(site.admin().run("users", "show", "jane@contoso.com").code()).isEqualTo(3);

    Result applied =
        site.admin().run("apply", plan.toString(), "--approve", digest, "--max-removals", "1");
    assertThat(applied.code()).isZero();
    assertThat(site.admin().run("users", "show", "jane@contoso.com").code()).isZero();
    assertThat(site.admin().run("users", "show", "old@contoso.com").code()).isEqualTo(3);
  }

  @Test
  void changesHaveAnExitCodeOfTheirOwnOnlyWhenAskedFor() throws IOException {
    assertThat(plan(home.resolve("plan.json")).code()).isZero();
    assertThat(plan(home.resolve("plan.json"), "--detailed-exit-code").code()).isEqualTo(2);
  }

  @Test
  void nobodyIsRemovedUnlessTheRemovalIsMeant() throws IOException {
    Path plan = home.resolve("plan.json");

    Result planned = plan(plan);

    assertThat(planned.code()).isZero();
    assertThat(MembershipPlan.read(plan).removals()).isEmpty();
  }

  @Test
  void aPlanForAnotherSiteIsRefused() throws IOException {
    Path plan = home.resolve("plan.json");
    Result unused = plan(plan);
    String digest = MembershipPlan.read(plan).digest();

    Result refused =
        site.as("boss@fabrikam.com").run("apply", plan.toString(), "--approve", digest);

    assertThat(refused.code()).isEqualTo(8);
  }

  @Test
  void aSnapshotIsComparedWithTheSiteAsItIsNow() {
    Path before = home.resolve("before.json");

    assertThat(site.admin().run("snapshot", before.toString()).code()).isZero();
    assertThat(site.admin().run("diff", before.toString(), "--detailed-exit-code").code()).isZero();
    site.admin().run("users", "add", "jane@contoso.com");
    Result changed = site.admin().run("diff", before.toString(), "--detailed-exit-code");

    assertThat(changed.code()).isEqualTo(2);
    assertThat(changed.out()).contains("joined-list", "remote-control");
  }

  private Result plan(Path file, String... more) throws IOException {
    Path input =
        Files.writeString(
            home.resolve("wanted.csv"), "email\njohn@contoso.com\njane@contoso.com\n");
    String[] all = new String[4 + more.length];
    all[0] = "plan";
    all[1] = input.toString();
    all[2] = "-o";
    all[3] = file.toString();
    System.arraycopy(more, 0, all, 4, more.length);
    return site.admin().run(all);
  }
}
