package canon.cpp.cloudservice.bulk.plan;

import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.bulk.FakeSite.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.FakeSite;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.testing.FakeAccount;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans for administrators, which are never mixed with those for users. */
class AdministratorPlanTest {
  @TempDir Path directory;

  private final FakeSite site =
      FakeSite.withOneAdministrator(
          seed ->
              seed.administrator("boss@contoso.com")
                  .administrator("chief@contoso.com")
                  .invitedAdministrator("invited@contoso.com")
                  .user("user@contoso.com")
                  .applicationPrincipal("provisioning"));

  @AfterEach
  void close() {
    site.close();
  }

  private CreatePlan planning(String... emails) {
    return Plans.with(site.admin()).administrators(List.of(emails)).clock(site.fake.clock());
  }

  private ApplyPlan applying(MembershipPlan plan, String journal) {
    return Plans.with(site.admin())
        .apply(plan)
        .journal(directory.resolve(journal))
        .time(site.fake.clock(), site.fake.clock());
  }

  private List<String> administrators() {
    return site.admin().administrators().list().stream()
        .map(Administrator::canonicalEmail)
        .toList();
  }

  @Test
  void administratorsAreAddedAndOthersStay() {
    MembershipPlan plan = planning("User@contoso.com", "Invited@contoso.com").create();

    assertThat(plan.kind()).isEqualTo(PlanKind.ADMINISTRATORS);
    assertThat(plan.asWanted()).isEqualTo(1);
    assertThat(plan.additions())
        .extracting(PlanItem::canonicalEmail)
        .containsExactly("user@contoso.com");
    assertThat(plan.unmanaged())
        .extracting(UnmanagedMember::canonicalEmail, UnmanagedMember::reason)
        .containsExactly(
            tuple(ADMIN, UnmanagedReason.OUT_OF_SCOPE),
            tuple("boss@contoso.com", UnmanagedReason.OUT_OF_SCOPE),
            tuple("chief@contoso.com", UnmanagedReason.OUT_OF_SCOPE));
    assertThat(site.changes()).isEmpty();
    assertThat(applying(plan, "a").execute().isComplete()).isTrue();
    assertThat(administrators()).contains("user@contoso.com").hasSize(5);
    assertThat(planning("user@contoso.com").create().isEmpty()).isTrue();
  }

  @Test
  void administratorsLoseTheirRoleAndKeepTheirLists() {
    MembershipPlan plan =
        planning("boss@contoso.com", "chief@contoso.com")
            .removing(RemovalScope.wholeSite())
            .create();

    assertThat(plan.removals())
        .extracting(PlanItem::canonicalEmail)
        .containsExactly("invited@contoso.com");
    assertThat(applying(plan, "a").execute().isComplete()).isTrue();
    assertThat(administrators()).doesNotContain("invited@contoso.com");
    assertThat(site.lists()).containsKey("invited@contoso.com");
  }

  @Test
  void anAdministratorWhoSignedInMeanwhileHasDrifted() {
    MembershipPlan plan =
        planning("boss@contoso.com", "chief@contoso.com")
            .removing(RemovalScope.wholeSite())
            .create();
    site.client("invited@contoso.com").session().signIn().execute();

    Applied applied = applying(plan, "a").execute();

    try (Stream<AppliedItem> items = applied.items(ItemResult.DRIFTED)) {
      assertThat(items.map(AppliedItem::message))
          .containsExactly("The administrator role was invited, and is now active.");
    }
    assertThat(administrators()).contains("invited@contoso.com");
  }

  @Test
  void anApplicationPrincipalLeavesOneActiveAdministrator() {
    CloudServiceClient principal =
        site.fake
            .inProcess()
            .clientBuilder()
            .executor(Runnable::run)
            .build()
            .withTokenProvider(
                site.fake
                    .inProcess()
                    .tokenProvider(FakeAccount.applicationPrincipal("provisioning")));

    MembershipPlan plan =
        Plans.with(principal)
            .administrators(List.of("new@contoso.com"))
            .removing(RemovalScope.wholeSite())
            .create();

    assertThat(plan.removals())
        .extracting(PlanItem::canonicalEmail)
        .containsExactly("boss@contoso.com", "chief@contoso.com", "invited@contoso.com");
    assertThat(plan.unmanaged())
        .containsExactly(new UnmanagedMember(ADMIN, List.of(), UnmanagedReason.PROTECTED));
  }

  @Test
  void theLastAdministratorOnTheRemoteMatchListIsAWarning() {
    site.admin().users().remove(ADMIN).from(REMOTE_MATCH).execute();

    MembershipPlan plan =
        planning("invited@contoso.com").removing(RemovalScope.wholeSite()).create();

    assertThat(plan.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(PlanWarningCode.NO_REMOTE_MATCH_ADMINISTRATOR);
              assertThat(warning.emails()).containsExactly("boss@contoso.com", "chief@contoso.com");
            });
  }

  @Test
  void onlyAdministratorsOfEarlierPlansAreManaged() {
    MembershipPlan first = planning("user@contoso.com", "boss@contoso.com").create();
    applying(first, "first").execute();

    MembershipPlan second =
        planning("chief@contoso.com").removing(RemovalScope.managedBy(first)).create();

    assertThat(second.removals())
        .extracting(PlanItem::canonicalEmail)
        .containsExactly("user@contoso.com");
    assertThat(second.population()).isEqualTo(1);
  }

  @Test
  void anEmptySetIsRejectedIfThePlanMayRemove() {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(planning().removing(RemovalScope.wholeSite())::create)
        .satisfies(e -> assertThat(e.problem()).isEqualTo(PlanProblem.EMPTY_INPUT));
  }

  @Test
  void thePlanBackRestoresTheRole() {
    MembershipPlan plan =
        planning("user@contoso.com", "chief@contoso.com", "invited@contoso.com")
            .removing(RemovalScope.wholeSite())
            .create();
    Applied applied = applying(plan, "a").execute();
    assertThat(administrators()).doesNotContain("boss@contoso.com");

    MembershipPlan back = applied.inverse();

    assertThat(back.additions())
        .extracting(PlanItem::canonicalEmail)
        .containsExactly("boss@contoso.com");
    assertThat(back.removals())
        .extracting(PlanItem::canonicalEmail)
        .containsExactly("user@contoso.com");
    assertThat(back.warnings())
        .extracting(PlanWarning::code, PlanWarning::emails)
        .containsExactly(
            tuple(PlanWarningCode.ID_NOT_RESTORED, List.of("boss@contoso.com")),
            tuple(PlanWarningCode.ACTIVE_NOT_RESTORED, List.of("boss@contoso.com")),
            tuple(PlanWarningCode.LISTS_NOT_RESTORED, List.of("user@contoso.com")));
    applying(back, "back").execute();
    assertThat(administrators())
        .containsExactly(ADMIN, "boss@contoso.com", "chief@contoso.com", "invited@contoso.com");
  }
}
