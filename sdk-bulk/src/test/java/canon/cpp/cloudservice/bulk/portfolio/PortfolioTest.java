package canon.cpp.cloudservice.bulk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.Bulk;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.RemovalCeilingException;
import canon.cpp.cloudservice.bulk.plan.MembershipPlan;
import canon.cpp.cloudservice.bulk.plan.Plans;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioTest {
  @TempDir Path folder;
  private final ManySites sites = new ManySites(3);

  @AfterEach
  void end() {
    sites.close();
  }

  private Portfolio portfolio(List<PortfolioEntry> entries) {
    return Portfolio.of(entries, folder.resolve("locks"))
        .time(sites.fake.clock(), sites.fake.clock());
  }

  private Portfolio portfolio() {
    return portfolio(sites.entries());
  }

  private static SiteResult only(PortfolioReport report) {
    assertThat(report.sites()).hasSize(1);
    return report.sites().get(0);
  }

  @Test
  void anExceptionOfTheWorkEndsItAtThatSiteOnly() {
    PortfolioReport report =
        portfolio()
            .forEach(
                site -> {
                  if (site.entry().name().equals("site1")) {
                    throw new IllegalStateException("one@site1.example is missing");
                  }
                });

    assertThat(report.sites())
        .extracting(SiteResult::outcome)
        .containsExactly(SiteOutcome.DONE, SiteOutcome.FAILED, SiteOutcome.DONE);
    SiteResult failed = report.sites().get(1);
    assertThat(failed.message())
        .isEqualTo("The work failed with IllegalStateException. See the failure.");
    assertThat(failed.failure()).isInstanceOf(IllegalStateException.class);
    assertThat(failed).hasToString("site1: FAILED, " + failed.message());
  }

  @Test
  void atTheWrongSiteNothingIsDone() {
    PortfolioEntry right = sites.entry(0);
    PortfolioEntry wrong =
        PortfolioEntry.of("wrong", sites.siteId(1), right::createClient, right.tokens());
    sites.fake.log().clear();

    SiteResult result =
        only(
            portfolio(List.of(wrong))
                .forEach(site -> site.client().users().add("new@site0.example").execute()));

    assertThat(result.outcome()).isEqualTo(SiteOutcome.WRONG_SITE);
    assertThat(result.message())
        .isEqualTo(
            "The account belongs to the site "
                + right.siteId()
                + ", not to "
                + wrong.siteId()
                + ". Check the account and the site id of the entry.");
    assertThat(sites.fake.log().entries())
        .extracting(LoggedRequest::operation)
        .containsExactly("getSite");
  }

  @Test
  void aSiteIsWorkedAtByOneRunOnly() {
    Portfolio portfolio = portfolio(List.of(sites.entry(0)));
    List<SiteResult> second = new CopyOnWriteArrayList<>();

    PortfolioReport first =
        portfolio.forEach(site -> second.addAll(portfolio.forEach(same -> {}).sites()));

    assertThat(first.isComplete()).isTrue();
    assertThat(second)
        .singleElement()
        .satisfies(result -> assertThat(result.outcome()).isEqualTo(SiteOutcome.LOCKED));
    assertThat(portfolio.forEach(site -> {}).isComplete()).as("afterwards").isTrue();
  }

  @Test
  void aLockThatCannotBeTakenEndsTheWork() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    SiteResult result = only(Portfolio.of(List.of(sites.entry(0)), file).forEach(site -> {}));

    assertThat(result.outcome()).isEqualTo(SiteOutcome.FAILED);
    assertThat(result.message())
        .isEqualTo("The lock of the site cannot be used: FileAlreadyExistsException.");
  }

  @Test
  void theTimeBudgetOfASiteEndsItsWorkAndDoesNotTouchTheNext() {
    PortfolioEntry slow = sites.entry(0).timeBudget(Duration.ofMinutes(1));
    PortfolioEntry quick = sites.entry(1).timeBudget(Duration.ofMinutes(5));

    PortfolioReport report =
        portfolio(List.of(slow, quick))
            .maxConcurrency(1)
            .forEach(
                site -> {
                  sites.fake.clock().advance(Duration.ofMinutes(2));
                  site.client().site().get().execute();
                });

    assertThat(report.sites())
        .extracting(SiteResult::outcome)
        .containsExactly(SiteOutcome.TIMED_OUT, SiteOutcome.DONE);
    assertThat(report.sites().get(0).duration()).isEqualTo(Duration.ofMinutes(2));
    assertThat(report.sites().get(0).message()).startsWith("The time budget was used up.");
  }

  @Test
  void aBulkJobStopsWhenTheTimeBudgetIsUsedUp() {
    PortfolioEntry entry = sites.entry(0).timeBudget(Duration.ofMinutes(1));
    List<String> addresses = List.of("a@site0.example", "b@site0.example");
    Iterable<String> slowly =
        () ->
            addresses.stream()
                .peek(address -> sites.fake.clock().advance(Duration.ofMinutes(2)))
                .iterator();

    SiteResult result =
        only(
            portfolio(List.of(entry))
                .forEach(
                    site -> {
                      site.run(
                          Bulk.with(site.client())
                              .addUsers(slowly)
                              .time(sites.fake.clock(), sites.fake.clock()));
                    }));

    assertThat(result.outcome()).isEqualTo(SiteOutcome.TIMED_OUT);
  }

  @Test
  void anInterruptCancelsAllSitesAndIsKept() throws InterruptedException {
    CountDownLatch working = new CountDownLatch(1);
    Consumer<PortfolioSite> work =
        site -> {
          working.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    CompletableFuture<PortfolioReport> report = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              report.complete(portfolio().maxConcurrency(1).forEach(work));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    working.await();

    thread.interrupt();

    assertThat(report.join().sites(SiteOutcome.CANCELLED)).hasSize(3);
    assertThat(flag.join()).isTrue();
  }

  @Test
  void eachSiteHasAClientOfItsOwnWhichIsClosed() {
    List<CloudServiceClient> clients = new CopyOnWriteArrayList<>();

    PortfolioReport report =
        portfolio()
            .forEach(
                site -> {
                  clients.add(site.client());
                  site.client().site().get().execute();
                });

    assertThat(report.isComplete()).isTrue();
    assertThat(clients).hasSize(3).doesNotHaveDuplicates();
    assertThat(clients)
        .allSatisfy(
            client ->
                assertThatIllegalStateException()
                    .isThrownBy(() -> client.site().get().execute())
                    .withMessageStartingWith("This client is closed."));
  }

  @Test
  void theCeilingOfTheEntryHoldsForRemovals() {
    PortfolioEntry entry = sites.entry(0).removingAtMost(1);

    SiteResult result =
        only(
            portfolio(List.of(entry))
                .forEach(
                    site ->
                        site.run(
                            Bulk.with(site.client())
                                .removeUsers(List.of("one@site0.example", "two@site0.example"))
                                .journal(folder.resolve("leavers.jsonl")))));

    assertThat(result.outcome()).isEqualTo(SiteOutcome.FAILED);
    assertThat(result.failure()).isInstanceOf(RemovalCeilingException.class);
    assertThat(result.message()).startsWith("This would remove 2 of ");
    assertThat(sites.fake.log().of("removeUserFromEveryList")).isEmpty();
  }

  @Test
  void plansAreAppliedAndCounted() {
    SiteResult result =
        only(
            portfolio(List.of(sites.entry(0)))
                .forEach(
                    site -> {
                      MembershipPlan plan =
                          Plans.with(site.client())
                              .usersOnAllLists(List.of("a@site0.example", "b@site0.example"))
                              .create();
                      site.run(
                          Plans.with(site.client())
                              .apply(plan)
                              .journal(folder.resolve("plan.jsonl")));
                    }));

    assertThat(result.outcome()).isEqualTo(SiteOutcome.DONE);
    assertThat(result.counts()).isEqualTo(Map.of(ItemResult.DONE, 2L));
  }

  @Test
  void aJobWithRejectedRowsIsIncomplete() {
    SiteResult result =
        only(
            portfolio(List.of(sites.entry(0)))
                .forEach(
                    site ->
                        site.run(
                            Bulk.with(site.client())
                                .addUsers(List.of("one@site1.example", "new@site0.example")))));

    assertThat(result.outcome()).isEqualTo(SiteOutcome.INCOMPLETE);
    assertThat(result.counts()).isEqualTo(Map.of(ItemResult.DONE, 1L, ItemResult.REJECTED, 1L));
  }

  @Test
  void entriesMustDiffer() {
    PortfolioEntry entry = sites.entry(0);
    PortfolioEntry sameId =
        PortfolioEntry.of("other", entry.siteId(), entry::createClient, entry.tokens());
    PortfolioEntry sameName =
        PortfolioEntry.of(entry.name(), "sit_x", entry::createClient, entry.tokens());

    for (PortfolioEntry other : List.of(sameId, sameName)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Portfolio.of(List.of(entry, other), folder))
          .withMessageStartingWith("Two entries have the name or the site id of ");
    }
  }

  @Test
  void limitsOutOfRangeAreRejected() {
    PortfolioEntry entry = sites.entry(0);
    assertThatIllegalArgumentException().isThrownBy(() -> entry.removingAtMost(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> entry.timeBudget(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> portfolio().maxConcurrency(0));
    assertThatIllegalArgumentException().isThrownBy(() -> portfolio().maxConcurrency(257));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PortfolioEntry.of(" ", "id", entry::createClient, entry.tokens()))
        .withMessage("The name of an entry must not be blank");
  }
}
