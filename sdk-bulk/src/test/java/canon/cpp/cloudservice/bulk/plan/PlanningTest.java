package canon.cpp.cloudservice.bulk.plan;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.bulk.FakeSite.ADMIN;
import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.FakeSite;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a plan of users contains. */
class PlanningTest {
  private final FakeSite site =
      FakeSite.withOneAdministrator(
          seed ->
              seed.user("invited@contoso.com")
                  .activeUser("active@contoso.com")
                  .userOn("dashboard@contoso.com", DASHBOARD)
                  .user("other@fabrikam.com"));

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void planningOnlyReads() {
    MembershipPlan plan =
        site.planning("new@contoso.com", "invited@contoso.com")
            .removing(RemovalScope.domain("Contoso.com"))
            .protecting(List.of("active@contoso.com"))
            .create();

    assertThat(plan.isEmpty()).isFalse();
    assertThat(site.changes()).isEmpty();
    assertThat(site.fake.log().entries()).isNotEmpty();
  }

  @Test
  void aPlanOnlyAddsByDefaultAndListsEverybodyElse() {
    MembershipPlan plan = site.planning("New@contoso.com", "invited@contoso.com").create();

    assertThat(plan.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.action()).isEqualTo(PlanAction.ADD);
              assertThat(item.email()).isEqualTo("New@contoso.com");
              assertThat(item.canonicalEmail()).isEqualTo("new@contoso.com");
              assertThat(item.seen()).isNull();
              assertThat(item.additions()).containsExactly(DASHBOARD, REMOTE_MATCH, REMOTE_CONTROL);
            });
    assertThat(plan.removals()).isEmpty();
    assertThat(plan.asWanted()).isEqualTo(1);
    assertThat(plan.unmanaged())
        .extracting(UnmanagedMember::canonicalEmail, UnmanagedMember::reason)
        .containsExactly(
            tuple("active@contoso.com", UnmanagedReason.OUT_OF_SCOPE),
            tuple(ADMIN, UnmanagedReason.OUT_OF_SCOPE),
            tuple("dashboard@contoso.com", UnmanagedReason.OUT_OF_SCOPE),
            tuple("other@fabrikam.com", UnmanagedReason.OUT_OF_SCOPE));
    assertThat(plan.scope()).isEqualTo("none");
  }

  @Test
  void invitedAndActiveUsersAreAsWanted() {
    MembershipPlan plan = site.planning("invited@contoso.com", "Active@contoso.com").create();

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.asWanted()).isEqualTo(2);
  }

  @Test
  void missingListsAreAdded() {
    MembershipPlan plan = site.planning("dashboard@contoso.com").create();

    assertThat(plan.additions())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.additions()).containsExactly(REMOTE_MATCH, REMOTE_CONTROL);
              assertThat(item.seen().applications()).containsExactly(DASHBOARD);
              assertThat(item.seen().etag()).isNotNull();
            });
  }

  @Test
  void oneItemExchangesTheListsOfAMemberAndAddsFirst() {
    MembershipPlan plan =
        site.planning(DesiredUser.on("dashboard@contoso.com", REMOTE_MATCH))
            .removing(RemovalScope.wholeSite())
            .protecting(List.of("active@contoso.com", "invited@contoso.com", "other@fabrikam.com"))
            .create();

    assertThat(plan.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.action()).isEqualTo(PlanAction.ADD_THEN_REMOVE);
              assertThat(item.additions()).containsExactly(REMOTE_MATCH);
              assertThat(item.removals()).containsExactly(DASHBOARD);
            });
  }

  @Test
  void theWholeSiteLeavesIfItIsNotDesired() {
    MembershipPlan plan =
        site.planning("invited@contoso.com").removing(RemovalScope.wholeSite()).create();

    assertThat(plan.removals())
        .extracting(PlanItem::canonicalEmail)
        .containsExactly("active@contoso.com", "dashboard@contoso.com", "other@fabrikam.com");
    assertThat(plan.unmanaged())
        .singleElement()
        .satisfies(
            member -> {
              assertThat(member.canonicalEmail()).isEqualTo(ADMIN);
              assertThat(member.reason()).isEqualTo(UnmanagedReason.PROTECTED);
            });
    assertThat(plan.population()).isEqualTo(5);
  }

  @Test
  void theScopeOfADomainLeavesOtherDomains() {
    MembershipPlan plan =
        site.planning("invited@contoso.com").removing(RemovalScope.domain("FABRIKAM.com")).create();

    assertThat(plan.removals())
        .extracting(PlanItem::canonicalEmail)
        .containsExactly("other@fabrikam.com");
    assertThat(plan.population()).isEqualTo(1);
    assertThat(plan.scope()).isEqualTo("domain fabrikam.com");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> site.planning("a@contoso.com").removing(RemovalScope.domain("a b")).create());
  }

  @Test
  void theScopeOfAListLeavesOtherLists() {
    MembershipPlan plan =
        site.planning("invited@contoso.com").removing(RemovalScope.list(REMOTE_MATCH)).create();

    assertThat(plan.removals())
        .extracting(PlanItem::canonicalEmail, PlanItem::removals)
        .containsExactly(
            tuple("active@contoso.com", List.of(REMOTE_MATCH)),
            tuple("other@fabrikam.com", List.of(REMOTE_MATCH)));
    assertThat(plan.unmanaged())
        .filteredOn(member -> member.canonicalEmail().equals("active@contoso.com"))
        .singleElement()
        .satisfies(member -> assertThat(member.lists()).containsExactly(DASHBOARD, REMOTE_CONTROL));
  }

  @Test
  void aMemberWithMoreListsThanDesiredKeepsThemWithoutAScope() {
    DesiredUser desired = DesiredUser.on("active@contoso.com", DASHBOARD);

    MembershipPlan additive = site.planning(desired).create();
    MembershipPlan removing = site.planning(desired).removing(RemovalScope.wholeSite()).create();

    assertThat(additive.isEmpty()).isTrue();
    assertThat(additive.unmanaged())
        .contains(
            new UnmanagedMember(
                "active@contoso.com",
                List.of(REMOTE_MATCH, REMOTE_CONTROL),
                UnmanagedReason.OUT_OF_SCOPE));
    assertThat(removing.removals())
        .filteredOn(item -> item.canonicalEmail().equals("active@contoso.com"))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.action()).isEqualTo(PlanAction.REMOVE);
              assertThat(item.removals()).containsExactly(REMOTE_MATCH, REMOTE_CONTROL);
            });
  }

  @Test
  void administratorsKeepTheirListsUnlessAsked() {
    try (FakeSite two =
        FakeSite.withOneAdministrator(seed -> seed.administrator("boss@contoso.com"))) {
      CreatePlan creation = two.planning("new@contoso.com").removing(RemovalScope.wholeSite());

      MembershipPlan plan = creation.create();
      MembershipPlan asked = creation.includingAdministrators().create();

      assertThat(plan.removals()).isEmpty();
      assertThat(plan.unmanaged())
          .extracting(UnmanagedMember::canonicalEmail, UnmanagedMember::reason)
          .containsExactly(
              tuple(ADMIN, UnmanagedReason.PROTECTED),
              tuple("boss@contoso.com", UnmanagedReason.ADMINISTRATOR));
      assertThat(asked.removals())
          .extracting(PlanItem::canonicalEmail)
          .containsExactly("boss@contoso.com");
    }
  }

  @Test
  void administratorsJoinTheListsThatTheDesiredSetNames() {
    MembershipPlan plan = site.planning(ADMIN).create();

    assertThat(plan.additions())
        .singleElement()
        .satisfies(item -> assertThat(item.additions()).containsExactly(REMOTE_CONTROL));
  }

  @Test
  void theCallerProtectsMembersInAnySpelling() {
    MembershipPlan plan =
        site.planning("invited@contoso.com")
            .removing(RemovalScope.domain("contoso.com"))
            .protecting(List.of("ACTIVE@contoso.com"))
            .create();

    assertThat(plan.removals())
        .extracting(PlanItem::canonicalEmail)
        .containsExactly("dashboard@contoso.com");
  }

  @Test
  void anEmptyDesiredSetIsRejectedIfThePlanMayRemove() {
    CreatePlan creation = site.planning(List.of());

    assertThat(creation.create().isEmpty()).isTrue();
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(creation.removing(RemovalScope.wholeSite())::create)
        .satisfies(e -> assertThat(e.problem()).isEqualTo(PlanProblem.EMPTY_INPUT));
  }

  @Test
  void aSourceThatWasReadInPartIsRejected() {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(site.planning(addresses(9)).expectingRows(10)::create)
        .withMessageContaining("9 rows instead of 10")
        .satisfies(e -> assertThat(e.problem()).isEqualTo(PlanProblem.INCOMPLETE_INPUT));
    assertThat(site.planning(addresses(9)).expectingRows(9).create().additions()).hasSize(9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> site.planning(addresses(9)).expectingRows(-1));
  }

  @Test
  void aMalformedRowIsImpossibleAndWithholdsEveryRemoval() {
    MembershipPlan plan =
        site.planning("new@contoso.com", "active@@contoso.com")
            .removing(RemovalScope.domain("contoso.com"))
            .create();

    assertThat(plan.impossible())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.row()).isEqualTo(2);
              assertThat(row.email()).isEqualTo("active@@contoso.com");
              assertThat(row.message()).contains("malformed").doesNotContain("active");
            });
    assertThat(plan.removals()).isEmpty();
    assertThat(plan.additions()).hasSize(1);
    assertThat(plan.warnings())
        .extracting(PlanWarning::code)
        .containsExactly(PlanWarningCode.REMOVALS_WITHHELD);
    assertThat(plan.unmanaged())
        .filteredOn(member -> member.reason() == UnmanagedReason.REMOVALS_WITHHELD)
        .hasSize(3);
  }

  @Test
  void theSameMemberTwiceCountsOnceUnlessTheListsDiffer() {
    MembershipPlan same = site.planning("john.doe@gmail.com", "JohnDoe@gmail.com").create();
    MembershipPlan differing =
        site.planning(
                DesiredUser.onAllLists("john.doe@gmail.com"),
                DesiredUser.on("johndoe@gmail.com", DASHBOARD),
                DesiredUser.onAllLists("ann@contoso.com"))
            .create();

    assertThat(same.items()).hasSize(1);
    assertThat(same.warnings())
        .extracting(PlanWarning::code)
        .containsExactly(PlanWarningCode.DUPLICATE_ROWS);
    assertThat(differing.additions())
        .extracting(PlanItem::canonicalEmail)
        .containsExactly("ann@contoso.com");
    assertThat(differing.impossible()).extracting(ImpossibleRow::row).containsExactly(1L, 2L);
  }

  @Test
  void aProbableRenameIsAWarning() {
    MembershipPlan plan =
        site.planning("active@fabrikam.com", "invited@contoso.com")
            .removing(RemovalScope.domain("contoso.com"))
            .create();

    assertThat(plan.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(PlanWarningCode.PROBABLE_RENAME);
              assertThat(warning.emails())
                  .containsExactly("active@contoso.com", "active@fabrikam.com");
              assertThat(warning.message()).contains("new id").doesNotContain("@");
            });
  }

  @Test
  void theLastAdministratorOnTheRemoteMatchListIsAWarning() {
    try (FakeSite two =
        FakeSite.withOneAdministrator(seed -> seed.administrator("boss@contoso.com"))) {
      two.admin().users().remove(ADMIN).from(REMOTE_MATCH).execute();

      MembershipPlan plan =
          two.planning("new@contoso.com")
              .removing(RemovalScope.list(REMOTE_MATCH))
              .includingAdministrators()
              .create();

      assertThat(plan.warnings())
          .singleElement()
          .satisfies(
              warning -> {
                assertThat(warning.code()).isEqualTo(PlanWarningCode.NO_REMOTE_MATCH_ADMINISTRATOR);
                assertThat(warning.emails()).containsExactly("boss@contoso.com");
              });
    }
  }

  @Test
  void aListOfAnUnknownApplicationIsImpossible() {
    MembershipPlan plan =
        site.planning(DesiredUser.on("ann@contoso.com", Application.of("new-app"))).create();

    assertThat(plan.items()).isEmpty();
    assertThat(plan.impossible()).hasSize(1);
  }

  @Test
  void optionsThatMakeNoSenseAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DesiredUser("ann@contoso.com", java.util.Set.of()));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Plans.with(site.admin()).administrators(List.of(ADMIN)).includingAdministrators());
    assertThatIllegalArgumentException()
        .isThrownBy(
            Plans.with(site.admin())
                    .administrators(List.of(ADMIN))
                    .removing(RemovalScope.list(DASHBOARD))
                ::create);
  }
}
