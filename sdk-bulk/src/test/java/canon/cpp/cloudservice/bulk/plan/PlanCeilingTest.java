package canon.cpp.cloudservice.bulk.plan;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.bulk.Bulk;
import canon.cpp.cloudservice.bulk.BulkRemoval;
import canon.cpp.cloudservice.bulk.FakeSite;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.RemovalCeilingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many members a plan may remove. */
class PlanCeilingTest {
  @TempDir Path directory;

  /** 100 members on a list: 99 users, who are invited, and an administrator. */
  private final FakeSite site =
      FakeSite.withOneAdministrator(seed -> addresses(99).forEach(seed::user));

  @AfterEach
  void close() {
    site.close();
  }

  private CreatePlan planningToKeep(int users) {
    return site.planning(addresses(users))
        .removing(RemovalScope.domain("contoso.com"))
        .journals(directory);
  }

  private ApplyPlan applying(MembershipPlan plan, String journal) {
    return Plans.with(site.admin())
        .apply(plan)
        .journal(directory.resolve(journal))
        .time(site.fake.clock(), site.fake.clock());
  }

  private void assertRejected(ApplyPlan apply, String message) {
    site.fake.log().clear();
    assertThatExceptionOfType(RemovalCeilingException.class)
        .isThrownBy(apply::execute)
        .withMessageContaining(message);
    assertThat(site.changes()).isEmpty();
  }

  @Test
  void aQuarterMayBeRemovedAndInvitedUsersCount() {
    MembershipPlan plan = planningToKeep(74).create();

    assertThat(plan.population()).isEqualTo(100);
    assertThat(plan.allowedRemovals()).isEqualTo(25);
    assertThat(plan.exceedsCeiling()).isFalse();
    assertThat(applying(plan, "a").execute().count(ItemResult.DONE)).isEqualTo(25);
  }

  @Test
  void planningNeverFailsForTheCeilingButApplyingDoesBeforeTheFirstChange() {
    MembershipPlan plan = planningToKeep(73).create();

    assertThat(plan.exceedsCeiling()).isTrue();
    assertThat(plan.toString()).contains("exceedsCeiling");
    assertRejected(applying(plan, "a"), "would remove 26 of 100, but the ceiling allows 25");
  }

  @Test
  void anApprovalHoldsForOneNumberAndOneDigest() {
    MembershipPlan plan = planningToKeep(60).create();
    site.fake.clock().advance(Duration.ofSeconds(1));
    MembershipPlan other = planningToKeep(60).create();
    assertThat(plan.removals()).hasSize(39);
    assertThat(other.digest()).isNotEqualTo(plan.digest());

    assertRejected(
        applying(plan, "a").approvingRemovals(40, plan.digest()), "40 removals were approved");
    assertRejected(
        applying(plan, "a").approvingRemovals(39, other.digest()), "with another digest");

    Applied applied = applying(plan, "a").approvingRemovals(39, plan.digest()).execute();
    assertThat(applied.count(ItemResult.DONE)).isEqualTo(39);
  }

  @Test
  void theCallerCanLowerTheCeilingAndNoApprovalRaisesThat() {
    MembershipPlan plan = planningToKeep(88).create();
    ApplyPlan apply = applying(plan, "a").removingAtMost(10);

    assertRejected(apply, "raise removingAtMost");
    assertRejected(apply.approvingRemovals(11, plan.digest()), "raise removingAtMost");
  }

  @Test
  void aFolderOfJournalsThatIsNotThereYetHasNoRemovals() {
    CreatePlan creation = planningToKeep(74).journals(directory.resolve("missing"));

    assertThat(creation.create().allowedRemovals()).isEqualTo(25);
  }

  @Test
  void aSmallSiteMayLoseTwo() {
    try (FakeSite small = FakeSite.withOneAdministrator(seed -> addresses(7).forEach(seed::user))) {
      CreatePlan two = small.planning(addresses(5)).removing(RemovalScope.wholeSite());
      CreatePlan three = small.planning(addresses(4)).removing(RemovalScope.wholeSite());

      assertThat(two.create().exceedsCeiling()).isFalse();
      assertThat(three.create().exceedsCeiling()).isTrue();
    }
  }

  @Test
  void aScopeHasItsOwnShare() {
    site.admin().users().add("one@fabrikam.org").execute();
    site.admin().users().add("two@fabrikam.org").execute();
    site.admin().users().add("three@fabrikam.org").execute();

    MembershipPlan plan =
        site.planning(addresses(99)).removing(RemovalScope.domain("fabrikam.org")).create();

    assertThat(plan.removals()).hasSize(3);
    assertThat(plan.allowedRemovals()).isEqualTo(2);
  }

  @Test
  void whoLosesOneListCountsLikeSomebodyWhoLeaves() {
    MembershipPlan plan =
        site.planning("new@contoso.com").removing(RemovalScope.list(DASHBOARD)).create();

    assertThat(plan.removals()).hasSize(99);
    assertThat(plan.exceedsCeiling()).isTrue();
  }

  @Test
  void listsThatAnAdditionOnlyPassesDoNotCount() {
    MembershipPlan plan =
        site.planning(
                addresses(50).stream()
                    .map(email -> DesiredUser.on("x" + email, DASHBOARD))
                    .toArray(DesiredUser[]::new))
            .create();

    assertThat(plan.additions()).hasSize(50);
    assertThat(plan.exceedsCeiling()).isFalse();
    assertThat(applying(plan, "a").execute().count(ItemResult.DONE)).isEqualTo(50);
    assertThat(planningToKeep(99).create().allowedRemovals()).isEqualTo(37);
  }

  @Test
  void removalsOfPlansOfTheLastSevenDaysCount() {
    applying(planningToKeep(79).create(), "monday").execute();
    site.fake.clock().advance(Duration.ofDays(1));

    MembershipPlan next = planningToKeep(73).create();

    assertThat(next.removals()).hasSize(6);
    assertThat(next.allowedRemovals()).isEqualTo(5);
    assertThat(next.exceedsCeiling()).isTrue();
    assertRejected(applying(next, "tuesday"), "allows 5 after the 20 removals of the last 7 days");
    site.fake.clock().advance(Duration.ofDays(6));
    assertThat(applying(next, "tuesday").execute().count(ItemResult.DONE)).isEqualTo(6);
  }

  @Test
  void removalsAfterAPlanWasCreatedDoNotRaiseItsCeiling() {
    MembershipPlan plan = planningToKeep(90).create();
    site.fake.clock().advance(Duration.ofMinutes(1));
    applying(planningToKeep(79).create(), "first").execute();

    assertRejected(applying(plan, "second"), "would remove 9 of 100, but the ceiling allows 5");
  }

  @Test
  void bulkRemovalsAndPlansCountTogether() {
    List<String> leavers = addresses(99).subList(79, 99);
    Bulk.with(site.admin())
        .removeUsers(leavers)
        .journal(directory.resolve("bulk"))
        .time(site.fake.clock(), site.fake.clock())
        .execute();
    MembershipPlan plan = planningToKeep(74).create();

    assertThat(plan.removals()).hasSize(5);
    assertThat(plan.allowedRemovals()).isEqualTo(5);
    applying(plan, "plan").execute();

    BulkRemoval more =
        Bulk.with(site.admin())
            .removeUsers(addresses(1))
            .journal(directory.resolve("more"))
            .time(site.fake.clock(), site.fake.clock());
    assertThat(more.dryRun().allowed()).isZero();
  }
}
