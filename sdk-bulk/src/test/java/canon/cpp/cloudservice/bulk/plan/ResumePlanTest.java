package canon.cpp.cloudservice.bulk.plan;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.bulk.FakeSite;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans whose application fails halfway, and what is known then. */
class ResumePlanTest {
  @TempDir Path directory;

  private final FakeSite site =
      FakeSite.withOneAdministrator(
          seed -> {
            addresses(40).forEach(seed::user);
            seed.administrator("second@contoso.com");
          });

  @AfterEach
  void close() {
    site.close();
  }

  private ApplyPlan applying(MembershipPlan plan) {
    return Plans.with(site.admin())
        .apply(plan)
        .journal(directory.resolve("plan.jsonl"))
        .time(site.fake.clock(), site.fake.clock());
  }

  /** Plans that 30 users join the Dashboard list only, and that 10 leave. */
  private MembershipPlan exchange() {
    List<DesiredUser> desired = new ArrayList<>();
    addresses(30).forEach(email -> desired.add(DesiredUser.onAllLists(email)));
    for (int i = 1; i <= 30; i++) {
      desired.add(DesiredUser.on("new" + i + "@contoso.com", DASHBOARD));
    }
    return Plans.with(site.admin())
        .users(desired)
        .removing(RemovalScope.wholeSite())
        .clock(site.fake.clock())
        .create();
  }

  private ApplyPlan applyingAsOther(MembershipPlan plan) {
    return Plans.with(site.client("second@contoso.com"))
        .apply(plan)
        .journal(directory.resolve("plan.jsonl"))
        .time(site.fake.clock(), site.fake.clock());
  }

  private void assertExchanged() {
    assertThat(site.lists()).hasSize(62);
    assertThat(site.lists().get("new7@contoso.com")).isEqualTo(Set.of(DASHBOARD));
    for (String operation : List.of("addUser", "removeUser", "removeUserFromEveryList")) {
      List<String> keys =
          site.fake.log().of(operation).stream()
              .filter(LoggedRequest::applied)
              .map(LoggedRequest::idempotencyKey)
              .toList();
      assertThat(keys).hasSize(operation.equals("removeUserFromEveryList") ? 10 : 30);
      assertThat(keys).doesNotHaveDuplicates();
    }
  }

  private static Consumer<BulkProgress> crashAfter(long finished) {
    return progress -> {
      if (progress.finished() >= finished) {
        throw new PlanCrash();
      }
    };
  }

  private static final class PlanCrash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void anApplicationThatFailsAgainAndAgainContinuesWithTheSameKeys() {
    MembershipPlan plan = exchange();
    for (long finished : List.of(0L, 1L, 9L, 20L, 29L, 31L, 36L)) {
      assertThatExceptionOfType(PlanCrash.class)
          .isThrownBy(applying(plan).maxConcurrency(8).onProgress(crashAfter(finished))::execute);
    }

    Applied applied = applying(plan).execute();

    assertThat(applied.isComplete()).isTrue();
    assertThat(applied.count(ItemResult.DONE)).isEqualTo(40);
    assertExchanged();
  }

  @Test
  void aCrashBetweenTheTwoChangesOfAMemberContinuesWithTheSecond() {
    MembershipPlan plan = exchange();
    site.fake.faults().on("removeUser").respond(401, ProblemCode.SESSION_ENDED);

    Applied stopped = applying(plan).maxConcurrency(1).execute();

    assertThat(stopped.stopReason()).contains(StopReason.NOT_AUTHENTICATED);
    assertThat(stopped.count(ItemResult.PARTLY)).isEqualTo(1);
    assertThat(stopped.count(ItemResult.NOT_TRIED)).isEqualTo(39);
    assertThat(site.lists().get(plan.items().get(0).canonicalEmail())).hasSize(3);
    site.fake.faults().clear();

    Applied applied = applying(plan).execute();

    assertThat(applied.isComplete()).isTrue();
    assertExchanged();
  }

  @Test
  void lostResponsesAreAskedForUnderTheSameKeys() {
    MembershipPlan plan = exchange();
    site.fake.faults().on("addUser").skip(3).times(5).dropAfterApplying();
    site.fake.faults().on("removeUser").skip(2).times(5).dropAfterApplying();
    site.fake.faults().on("removeUserFromEveryList").times(3).dropAfterApplying();

    Applied applied = applying(plan).execute();

    assertThat(applied.isComplete()).isTrue();
    assertExchanged();
  }

  @Test
  void aRateLimitFailsNoItem() {
    MembershipPlan plan = exchange();
    site.fake
        .faults()
        .on("removeUser")
        .skip(5)
        .times(6)
        .retryAfter(Duration.ofSeconds(3))
        .respond(429, ProblemCode.RATE_LIMITED);

    Applied applied = applying(plan).execute();

    assertThat(applied.isComplete()).isTrue();
    assertExchanged();
  }

  @Test
  void theRemovalsOfAMemberWaitForTheOutcomeOfItsOwnAdditionOnly() {
    MembershipPlan plan = exchange();
    String lost = dropResponsesOfAddition(site, plan, 7);

    Applied applied = applying(plan).execute();

    assertThat(applied.count(ItemResult.UNKNOWN)).isEqualTo(1);
    assertThat(applied.count(ItemResult.DONE)).isEqualTo(39);
    assertThat(site.lists().get(lost)).hasSize(3);
    assertThat(site.lists()).doesNotContainKey("user035@contoso.com");
    site.fake.faults().clear();

    assertThat(applying(plan).execute().isComplete()).isTrue();
    assertExchanged();
  }

  @Test
  void removalsStopAboveANumberOfUnknownOutcomes() {
    MembershipPlan plan = exchange();
    dropResponsesOfAddition(site, plan, 7);

    Applied stopped = applying(plan).stopRemovalsAfterUnknowns(0).execute();

    assertThat(stopped.stopReason()).contains(StopReason.TOO_MANY_UNKNOWN);
    assertThat(stopped.count(ItemResult.DONE)).isEqualTo(29);
    assertThat(stopped.count(ItemResult.NOT_TRIED)).isEqualTo(10);
    assertThat(site.fake.log().of("removeUserFromEveryList")).isEmpty();
    assertThat(applying(plan).stopRemovalsAfterUnknowns(1).execute().count(ItemResult.DONE))
        .isEqualTo(39);
  }

  @Test
  void aMemberWhoChangesBetweenItsTwoChangesIsLeftOnAllLists() {
    MembershipPlan plan = site.planning(DesiredUser.on("new@contoso.com", DASHBOARD)).create();
    AtomicBoolean changed = new AtomicBoolean();
    site.fake
        .faults()
        .on("removeUser")
        .when(
            request -> {
              if (!changed.getAndSet(true)) {
                site.admin().users().remove("new@contoso.com").from(REMOTE_CONTROL).execute();
              }
              return false;
            })
        .respond(500);

    Applied applied = applying(plan).execute();

    assertThat(applied.isComplete()).isFalse();
    try (Stream<AppliedItem> items = applied.items(ItemResult.PARTLY)) {
      assertThat(items.map(AppliedItem::code)).containsExactly(ProblemCode.PRECONDITION_FAILED);
    }
    assertThat(site.lists().get("new@contoso.com")).contains(DASHBOARD);
  }

  @Test
  void afterADayMembersAreReadBeforeTheyAreChanged() {
    MembershipPlan plan = exchange();
    String lost = dropResponsesOfAddition(site, plan, 7);
    applying(plan).execute();
    site.fake.faults().clear();
    site.fake.clock().advance(Duration.ofHours(23).plusSeconds(1));

    Applied applied = applying(plan).execute();

    assertThat(applied.count(ItemResult.DRIFTED)).isEqualTo(1);
    assertThat(site.lists().get(lost)).hasSize(3);
    assertThat(exchange().removals()).extracting(PlanItem::canonicalEmail).containsExactly(lost);
  }

  @Test
  void anotherAccountContinuesOnlyIfAllowedAndReadsWhatTheFirstHadSent() {
    MembershipPlan plan = exchange();
    String lost = dropResponsesOfAddition(site, plan, 7);
    applying(plan).stopRemovalsAfterUnknowns(0).execute();
    site.fake.faults().clear();
    ApplyPlan other = applyingAsOther(plan);

    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(other::execute)
        .withMessageContaining("resumeAsOtherAccount()");
    Applied applied = other.resumeAsOtherAccount().execute();

    assertThat(applied.count(ItemResult.DONE)).isEqualTo(39);
    try (Stream<AppliedItem> items = applied.items(ItemResult.DRIFTED)) {
      assertThat(items.map(item -> item.item().canonicalEmail())).containsExactly(lost);
    }
  }

  @Test
  void anInterruptStopsTheApplicationWhichCanContinue() {
    MembershipPlan plan = exchange();

    Applied stopped =
        applying(plan)
            .maxConcurrency(4)
            .onProgress(
                progress -> {
                  if (progress.finished() > 5) {
                    Thread.currentThread().interrupt();
                  }
                })
            .execute();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped.stopReason()).contains(StopReason.CANCELLED);
    assertThat(applying(plan).execute().isComplete()).isTrue();
    assertExchanged();
  }

  /** Drops every response to the add of an item that is counted from 1; returns its address. */
  static String dropResponsesOfAddition(FakeSite site, MembershipPlan plan, int number) {
    List<String> keys = new ArrayList<>();
    site.fake
        .faults()
        .on("addUser")
        .when(
            request -> {
              String key = String.valueOf(request.idempotencyKey());
              if (!keys.contains(key)) {
                keys.add(key);
              }
              return keys.indexOf(key) == number - 1;
            })
        .dropAfterApplying();
    return plan.items().get(number - 1).canonicalEmail();
  }
}
