package canon.cpp.cloudservice.bulk.plan;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.FakeSite;
import canon.cpp.cloudservice.bulk.ItemResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan back. */
class InversePlanTest {
  @TempDir Path directory;

  private final FakeSite site =
      FakeSite.withOneAdministrator(
          seed -> {
            addresses(20).forEach(seed::user);
            seed.activeUser("active@contoso.com")
                .userOn("dashboard@contoso.com", DASHBOARD)
                .userOn("match@contoso.com", REMOTE_MATCH);
          });

  @AfterEach
  void close() {
    site.close();
  }

  private Applied apply(MembershipPlan plan, String journal) {
    return Plans.with(site.admin())
        .apply(plan)
        .journal(directory.resolve(journal))
        .time(site.fake.clock(), site.fake.clock())
        .execute();
  }

  /** New users, new lists, an exchange of lists, and two users who leave. */
  private MembershipPlan change() {
    List<DesiredUser> desired = new ArrayList<>();
    addresses(19).forEach(email -> desired.add(DesiredUser.onAllLists(email)));
    desired.add(DesiredUser.onAllLists("new@contoso.com"));
    desired.add(DesiredUser.on("one@contoso.com", REMOTE_CONTROL));
    desired.add(DesiredUser.onAllLists("dashboard@contoso.com"));
    desired.add(DesiredUser.on("match@contoso.com", DASHBOARD));
    return Plans.with(site.admin())
        .users(desired)
        .removing(RemovalScope.wholeSite())
        .clock(site.fake.clock())
        .create();
  }

  @Test
  void thePlanBackRestoresTheListsAndSaysWhatItCannotRestore() {
    Map<String, Set<Application>> before = site.lists();
    Applied applied = apply(change(), "there");
    assertThat(applied.isComplete()).isTrue();
    assertThat(site.lists()).isNotEqualTo(before);
    site.fake.log().clear();

    MembershipPlan back = applied.inverse();

    assertThat(site.changes()).isEmpty();
    assertThat(back.scope()).isEqualTo("inverse " + applied.plan().digest());
    assertThat(back.warnings())
        .extracting(PlanWarning::code, PlanWarning::emails)
        .containsExactly(
            tuple(
                PlanWarningCode.ID_NOT_RESTORED,
                List.of("active@contoso.com", "user020@contoso.com")),
            tuple(PlanWarningCode.ACTIVE_NOT_RESTORED, List.of("active@contoso.com")));
    assertThat(back.allowedRemovals()).isEqualTo(3);
    assertThat(back.exceedsCeiling()).isTrue();
    Applied restored =
        Plans.with(site.admin())
            .apply(back)
            .approvingRemovals(4, back.digest())
            .journal(directory.resolve("back"))
            .time(site.fake.clock(), site.fake.clock())
            .execute();
    assertThat(restored.isComplete()).isTrue();
    assertThat(site.lists()).isEqualTo(before);
  }

  @Test
  void membersWhoHaveChangedSinceAreLeft() {
    Applied applied = apply(change(), "there");
    site.admin().users().remove("new@contoso.com").from(DASHBOARD).execute();

    MembershipPlan back = applied.inverse();

    assertThat(back.impossible())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.email()).isEqualTo("new@contoso.com");
              assertThat(row.message()).contains("changed since");
            });
    assertThat(back.items()).noneMatch(item -> item.email().equals("new@contoso.com"));
  }

  @Test
  void unknownOutcomesAreNotInverted() {
    MembershipPlan plan = change();
    String lost = ResumePlanTest.dropResponsesOfAddition(site, plan, 2);
    Applied applied = apply(plan, "there");
    assertThat(applied.count(ItemResult.UNKNOWN)).isEqualTo(1);

    MembershipPlan back = applied.inverse();

    assertThat(back.impossible())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.email()).isEqualTo(lost);
              assertThat(row.message()).contains("not known what was applied");
            });
  }

  @Test
  void thePlanBackHasACeilingToo() {
    List<String> newcomers = addresses(20).stream().map(email -> "new-" + email).toList();
    Applied applied = apply(site.planning(newcomers).create(), "there");

    MembershipPlan back = applied.inverse();

    assertThat(back.removals()).hasSize(20);
    assertThat(back.population()).isEqualTo(44);
    assertThat(back.exceedsCeiling()).isTrue();
  }
}
