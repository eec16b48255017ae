package canon.cpp.cloudservice.bulk.plan;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import canon.cpp.cloudservice.bulk.FakeSite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that remove only what earlier plans have added. */
class ManagedPlanTest {
  @TempDir Path directory;

  private final FakeSite site =
      FakeSite.withOneAdministrator(
          seed -> seed.user("portal@contoso.com").userOn("partly@contoso.com", DASHBOARD));
  private int plans;

  @AfterEach
  void close() {
    site.close();
  }

  private MembershipPlan applied(MembershipPlan plan) {
    plans++;
    Plans.with(site.admin())
        .apply(plan)
        .journal(directory.resolve("plan" + plans))
        .time(site.fake.clock(), site.fake.clock())
        .execute();
    Path file = directory.resolve("plan" + plans + ".json");
    plan.save(file);
    return MembershipPlan.read(file);
  }

  private MembershipPlan next(MembershipPlan last, String... emails) {
    return site.planning(emails).removing(RemovalScope.managedBy(last)).create();
  }

  private static List<String> leavers(MembershipPlan plan) {
    return plan.removals().stream().map(PlanItem::canonicalEmail).toList();
  }

  @Test
  void onlyUsersOfEarlierPlansLeave() {
    MembershipPlan first = applied(site.planning("a@contoso.com", "portal@contoso.com").create());

    MembershipPlan second = next(first, "b@contoso.com");

    assertThat(leavers(second)).containsExactly("a@contoso.com");
    assertThat(second.population()).isEqualTo(1);
    assertThat(second.scope()).isEqualTo("managedBy " + first.digest());
    assertThat(second.unmanaged())
        .contains(
            new UnmanagedMember(
                "portal@contoso.com",
                List.of(DASHBOARD, REMOTE_MATCH, REMOTE_CONTROL),
                UnmanagedReason.OUT_OF_SCOPE));
  }

  @Test
  void aPlanKnowsWhatThePlansBeforeItHaveAdded() {
    MembershipPlan first = applied(site.planning("a@contoso.com", "b@contoso.com").create());
    MembershipPlan second = applied(next(first, "a@contoso.com", "b@contoso.com", "c@contoso.com"));
    MembershipPlan third = applied(next(second, "b@contoso.com", "c@contoso.com"));

    assertThat(leavers(third)).containsExactly("a@contoso.com");
    assertThat(leavers(next(third, "c@contoso.com"))).containsExactly("b@contoso.com");
  }

  @Test
  void aUserWhoComesBackInThePortalIsNotManagedAnyMore() {
    MembershipPlan first = applied(site.planning("a@contoso.com", "b@contoso.com").create());
    MembershipPlan second = applied(next(first, "b@contoso.com"));
    site.admin().users().add("a@contoso.com").execute();

    assertThat(leavers(next(second, "b@contoso.com"))).isEmpty();
  }

  @Test
  void listsThatTheUserHadBeforeStay() {
    MembershipPlan first = applied(site.planning("partly@contoso.com").create());

    MembershipPlan second = applied(next(first, "b@contoso.com"));

    assertThat(second.removals())
        .singleElement()
        .satisfies(
            item -> assertThat(item.removals()).containsExactly(REMOTE_MATCH, REMOTE_CONTROL));
    assertThat(site.lists().get("partly@contoso.com")).containsExactly(DASHBOARD);
  }

  @Test
  void thePlanOfAnotherSiteOrKindDoesNotFit() {
    MembershipPlan administrators =
        Plans.with(site.admin()).administrators(List.of("a@contoso.com")).create();
    MembershipPlan elsewhere =
        Plans.with(site.client("admin@fabrikam.com"))
            .usersOnAllLists(List.of("a@fabrikam.com"))
            .create();

    assertThatIllegalArgumentException().isThrownBy(() -> next(administrators, "a@contoso.com"));
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> next(elsewhere, "a@contoso.com"))
        .satisfies(e -> assertThat(e.problem()).isEqualTo(PlanProblem.WRONG_SITE));
  }
}
