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

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.bulk.FakeSite;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a plan is applied. */
class ApplyTest {
  private static final Set<Application> ALL = Set.of(DASHBOARD, REMOTE_MATCH, REMOTE_CONTROL);

  @TempDir Path directory;

  private final FakeSite site =
      FakeSite.withOneAdministrator(
          seed -> {
            addresses(20).forEach(seed::user);
            seed.activeUser("active@contoso.com").userOn("dashboard@contoso.com", DASHBOARD);
          });

  @AfterEach
  void close() {
    site.close();
  }

  private Path journal() {
    return directory.resolve("plan.jsonl");
  }

  private ApplyPlan applying(MembershipPlan plan) {
    return Plans.with(site.admin())
        .apply(plan)
        .journal(journal())
        .time(site.fake.clock(), site.fake.clock());
  }

  private User user(String email) {
    return site.admin().users().get(email).execute();
  }

  /** Plans that nobody but the first users stays, and that two join. */
  private MembershipPlan joinersAndLeavers() {
    List<String> desired = new ArrayList<>(addresses(18));
    desired.addAll(List.of("new1@contoso.com", "new2@contoso.com", "dashboard@contoso.com"));
    return site.planning(desired).removing(RemovalScope.wholeSite()).create();
  }

  @Test
  void additionsComeFirstAndThenRemovals() {
    MembershipPlan plan = joinersAndLeavers();
    assertThat(plan.additions()).hasSize(3);
    assertThat(plan.removals()).hasSize(3);
    site.fake.log().clear();

    Applied applied = applying(plan).execute();

    assertThat(applied.isComplete()).isTrue();
    assertThat(applied.wasAlreadyApplied()).isFalse();
    assertThat(applied.count(ItemResult.DONE)).isEqualTo(6);
    assertThat(site.changes())
        .containsExactly(
            "addUser",
            "addUser",
            "addUser",
            "removeUserFromEveryList",
            "removeUserFromEveryList",
            "removeUserFromEveryList");
    assertThat(site.lists()).doesNotContainKeys("active@contoso.com", "user019@contoso.com");
    assertThat(site.lists().get("dashboard@contoso.com")).isEqualTo(ALL);
    assertThat(joinersAndLeavers().isEmpty()).isTrue();
  }

  @Test
  void removalsOfOthersCanComeFirst() {
    MembershipPlan plan = joinersAndLeavers();
    site.fake.log().clear();

    applying(plan).removalsFirst().execute();

    assertThat(site.changes().subList(0, 3)).containsOnly("removeUserFromEveryList");
    assertThat(site.changes().subList(3, 6)).containsOnly("addUser");
  }

  @Test
  void aUserOfOneListIsAddedToAllAndThenRemovedFromTheOthers() {
    MembershipPlan plan = site.planning(DesiredUser.on("new@contoso.com", REMOTE_MATCH)).create();

    Applied applied = applying(plan).execute();

    assertThat(plan.removals()).isEmpty();
    assertThat(applied.isComplete()).isTrue();
    assertThat(site.lists().get("new@contoso.com")).containsExactly(REMOTE_MATCH);
    assertThat(site.changes()).containsExactly("addUser", "removeUser");
  }

  @Test
  void aMemberWhoChangesListsIsNeverGone() {
    String id = user("dashboard@contoso.com").id();
    MembershipPlan plan =
        site.planning(DesiredUser.on("dashboard@contoso.com", REMOTE_MATCH))
            .removing(RemovalScope.list(DASHBOARD))
            .protecting(addresses(20))
            .protecting(List.of("active@contoso.com"))
            .create();

    applying(plan).execute();

    assertThat(plan.removals()).hasSize(1);
    assertThat(user("dashboard@contoso.com").id()).isEqualTo(id);
    assertThat(site.lists().get("dashboard@contoso.com")).containsExactly(REMOTE_MATCH);
    assertThat(site.changes()).containsExactly("addUser", "removeUser");
  }

  @Test
  void anActiveUserStaysActiveWhenAListIsAdded() {
    site.admin().users().remove("active@contoso.com").from(DASHBOARD).execute();

    applying(site.planning("active@contoso.com").create()).execute();

    assertThat(user("active@contoso.com").stateOn(REMOTE_CONTROL)).contains(ListState.ACTIVE);
    assertThat(site.lists().get("active@contoso.com")).isEqualTo(ALL);
  }

  @Test
  void aPlanNeedsAJournal() {
    MembershipPlan plan = joinersAndLeavers();

    assertThatIllegalStateException()
        .isThrownBy(Plans.with(site.admin()).apply(plan)::execute)
        .withMessageContaining("needs a journal");
  }

  @Test
  void aPlanThatWasAppliedChangesNothingAgain() {
    MembershipPlan plan = joinersAndLeavers();
    applying(plan).execute();
    site.admin().users().remove("new1@contoso.com").fromEveryList().execute();
    site.fake.log().clear();

    Applied again = applying(plan).execute();

    assertThat(again.wasAlreadyApplied()).isTrue();
    assertThat(again.count(ItemResult.DONE)).isEqualTo(6);
    assertThat(site.fake.log().entries())
        .extracting(LoggedRequest::operation)
        .containsExactly("getSession");
  }

  @Test
  void aPlanThatWasAppliedWithAnotherJournalChangesNothingAgain() {
    MembershipPlan plan = joinersAndLeavers();
    applying(plan).execute();
    site.fake.log().clear();

    Applied again = applying(plan).journal(directory.resolve("other.jsonl")).execute();

    assertThat(again.count(ItemResult.ALREADY_SO)).isEqualTo(6);
    assertThat(site.changes()).isEmpty();
  }

  @Test
  void aJournalBelongsToOnePlan() {
    applying(joinersAndLeavers()).execute();
    MembershipPlan other = site.planning("new3@contoso.com").create();

    assertThatExceptionOfType(JournalException.class).isThrownBy(applying(other)::execute);
  }

  @Test
  void aPlanOfAnotherSiteIsRejected() {
    MembershipPlan plan = joinersAndLeavers();
    ApplyPlan elsewhere =
        Plans.with(site.client("admin@fabrikam.com")).apply(plan).journal(journal());

    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(elsewhere::execute)
        .satisfies(e -> assertThat(e.problem()).isEqualTo(PlanProblem.WRONG_SITE));
    assertThat(site.changes()).isEmpty();
  }

  @Test
  void aMemberWhoHasChangedSinceIsLeftAndTheReportSaysWhatChanged() {
    MembershipPlan plan = joinersAndLeavers();
    site.admin().users().remove("user019@contoso.com").from(DASHBOARD).execute();
    site.admin().users().remove("dashboard@contoso.com").fromEveryList().execute();
    site.fake.log().clear();

    Applied applied = applying(plan).execute();

    assertThat(applied.count(ItemResult.DONE)).isEqualTo(4);
    try (Stream<AppliedItem> items = applied.items(ItemResult.DRIFTED)) {
      assertThat(items.map(AppliedItem::message))
          .containsExactly(
              "The user was on PRISMAlytics Dashboard, and is not there any more.",
              "The user was on PRISMAlytics Dashboard, PRISMAsync Remote Match,"
                  + " PRISMAsync Remote Control (invited), and is now on PRISMAsync Remote Match,"
                  + " PRISMAsync Remote Control (invited).");
    }
    assertThat(site.lists()).containsKey("user019@contoso.com");
  }

  @Test
  void aMemberWhoWasRemovedAndAddedAgainHasDrifted() {
    MembershipPlan plan = joinersAndLeavers();
    site.admin().users().remove("user019@contoso.com").fromEveryList().execute();
    site.admin().users().add("user019@contoso.com").execute();

    Applied applied = applying(plan).execute();

    try (Stream<AppliedItem> items = applied.items(ItemResult.DRIFTED)) {
      assertThat(items.map(AppliedItem::message))
          .singleElement()
          .asString()
          .contains("removed and added again");
    }
  }

  @Test
  void aMemberWhoBecameAnAdministratorHasDrifted() {
    MembershipPlan plan = joinersAndLeavers();
    site.admin().administrators().add("user019@contoso.com").execute();

    Applied applied = applying(plan).execute();

    assertThat(applied.count(ItemResult.DRIFTED)).isEqualTo(1);
    assertThat(site.lists()).containsKey("user019@contoso.com");
  }

  @Test
  void aUserWhoBecomesActiveIsNotRemovedButCanJoinLists() {
    try (FakeSite users =
        FakeSite.withOneAdministrator(
            seed ->
                seed.userOn("joins@contoso.com", REMOTE_CONTROL)
                    .userOn("leaves@contoso.com", REMOTE_CONTROL))) {
      MembershipPlan plan =
          users.planning("joins@contoso.com").removing(RemovalScope.wholeSite()).create();
      users.client("joins@contoso.com").remoteControl().activate().execute();
      users.client("leaves@contoso.com").remoteControl().activate().execute();

      Applied applied =
          Plans.with(users.admin())
              .apply(plan)
              .journal(journal())
              .time(users.fake.clock(), users.fake.clock())
              .execute();

      assertThat(applied.count(ItemResult.DONE)).isEqualTo(1);
      assertThat(applied.count(ItemResult.DRIFTED)).isEqualTo(1);
      assertThat(users.lists().get("joins@contoso.com")).isEqualTo(ALL);
      assertThat(users.lists()).containsKey("leaves@contoso.com");
    }
  }

  @Test
  void whatIsAlreadyAsWantedIsNotDrift() {
    MembershipPlan plan = joinersAndLeavers();
    site.admin().users().add("new1@contoso.com").execute();
    site.admin().users().remove("user019@contoso.com").fromEveryList().execute();

    Applied applied = applying(plan).failOnAnyDrift().execute();

    assertThat(applied.isComplete()).isTrue();
    assertThat(applied.count(ItemResult.ALREADY_SO)).isEqualTo(2);
  }

  @Test
  void anyDriftCanStopThePlanBeforeTheFirstChange() {
    MembershipPlan plan = joinersAndLeavers();
    site.admin().users().remove("user019@contoso.com").from(DASHBOARD).execute();
    site.fake.log().clear();

    Applied applied = applying(plan).failOnAnyDrift().execute();

    assertThat(applied.stopReason()).contains(StopReason.DRIFTED);
    assertThat(applied.isComplete()).isFalse();
    assertThat(applied.count(ItemResult.NOT_TRIED)).isEqualTo(5);
    assertThat(site.changes()).isEmpty();
  }

  @Test
  void aMemberWhoChangesDuringTheApplicationIsNotRemoved() {
    MembershipPlan plan = joinersAndLeavers();
    Consumer<BulkProgress> change =
        progress -> {
          if (progress.finished() == 3) {
            site.admin().users().remove("user020@contoso.com").from(DASHBOARD).execute();
          }
        };

    Applied applied = applying(plan).maxConcurrency(1).onProgress(change).execute();

    try (Stream<AppliedItem> items = applied.items(ItemResult.DRIFTED)) {
      assertThat(items.map(AppliedItem::code)).containsExactly(ProblemCode.PRECONDITION_FAILED);
    }
    assertThat(site.lists()).containsKey("user020@contoso.com");
  }

  @Test
  void whoIsProtectedWhenThePlanIsAppliedIsNotRemoved() {
    try (FakeSite two =
        FakeSite.withOneAdministrator(seed -> seed.administrator("boss@contoso.com"))) {
      MembershipPlan plan =
          two.planning("new@contoso.com")
              .removing(RemovalScope.wholeSite())
              .includingAdministrators()
              .create();
      assertThat(plan.removals()).extracting(PlanItem::email).containsExactly("boss@contoso.com");

      Applied applied =
          Plans.with(two.client("boss@contoso.com"))
              .apply(plan)
              .journal(journal())
              .time(two.fake.clock(), two.fake.clock())
              .execute();

      try (Stream<AppliedItem> items = applied.items(ItemResult.REJECTED)) {
        assertThat(items.map(AppliedItem::message))
            .singleElement()
            .asString()
            .contains("account that runs the job");
      }
      assertThat(two.lists()).containsKeys(ADMIN, "boss@contoso.com");
    }
  }

  @Test
  void anAdditionThatTheServiceRejectsDoesNotStopTheRest() {
    MembershipPlan plan = site.planning("taken@fabrikam.com", "new@contoso.com").create();

    Applied applied = applying(plan).execute();

    assertThat(applied.count(ItemResult.DONE)).isEqualTo(1);
    try (Stream<AppliedItem> items = applied.items(ItemResult.REJECTED)) {
      assertThat(items.map(AppliedItem::code))
          .containsExactly(ProblemCode.ACCOUNT_REGISTERED_ELSEWHERE);
    }
  }

  @Test
  void aPlanIsAppliedInTheBackgroundToo() {
    Applied applied = applying(joinersAndLeavers()).executeAsync().join();

    assertThat(applied.count(ItemResult.DONE)).isEqualTo(6);
    assertThat(applied.toString()).startsWith("Applied{DONE=6").doesNotContain("@");
    assertThat(applied.plan().toString()).doesNotContain("@");
  }

  @Test
  void optionsOutOfRangeAreRejected() {
    ApplyPlan apply = applying(site.planning("new@contoso.com").create());

    assertThatIllegalArgumentException().isThrownBy(() -> apply.maxConcurrency(0));
    assertThatIllegalArgumentException().isThrownBy(() -> apply.maxConcurrency(257));
    assertThatIllegalArgumentException().isThrownBy(() -> apply.removingAtMost(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> apply.approvingRemovals(-1, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> apply.stopAfterRejections(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> apply.stopRemovalsAfterUnknowns(-1));
    assertThat(apply.toString()).doesNotContain("@");
  }
}
