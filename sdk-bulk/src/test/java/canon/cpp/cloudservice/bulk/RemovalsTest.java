package canon.cpp.cloudservice.bulk;

import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import canon.cpp.cloudservice.Application;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalsTest {
  @TempDir Path directory;

  private final FakeSite site = new FakeSite(seed -> addresses(96).forEach(seed::user));
  private Path journal;

  @BeforeEach
  void chooseJournal() {
    journal = directory.resolve("removals.jsonl");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void usersAreRemovedFromEveryList() {
    List<String> rows = List.of("User001@contoso.com", "user002@contoso.com", "nobody@contoso.com");

    BulkReport report = site.removing(rows).journal(journal).execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(2);
    assertThat(report.count(ItemResult.ALREADY_SO)).isEqualTo(1);
    assertThat(report.isComplete()).isTrue();
    assertThat(site.requests("removeUserFromEveryList")).hasSize(2);
    assertThat(site.users()).isEqualTo(96);
  }

  @Test
  void usersAreRemovedFromSomeLists() {
    BulkReport report =
        Bulk.with(site.admin())
            .removeUsers(addresses(3), List.of(Application.REMOTE_MATCH, Application.DASHBOARD))
            .journal(journal)
            .time(site.fake.clock(), site.fake.clock())
            .execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(3);
    assertThat(site.admin().users().get("user001@contoso.com").execute().applications())
        .extracting(entry -> entry.application())
        .containsExactly(Application.REMOTE_CONTROL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bulk.with(site.admin()).removeUsers(addresses(1), List.of()));
  }

  @Test
  void aRemovalNeedsAJournal() {
    assertThatIllegalStateException()
        .isThrownBy(site.removing(addresses(1))::execute)
        .withMessageContaining("needs a journal");
    assertThat(site.fake.log().entries()).isEmpty();
  }

  @Test
  void theAccountItselfIsNotRemoved() {
    BulkReport report = site.removing(List.of("Admin@contoso.com")).journal(journal).execute();

    assertThat(report.rejected())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.code()).isNull();
              assertThat(item.message()).contains("account that runs the job");
            });
    assertThat(site.requests("removeUserFromEveryList")).isEmpty();
  }

  @Test
  void whomTheCallerProtectsIsNotRemoved() {
    BulkReport report =
        site.removing(addresses(3))
            .protecting(List.of("USER002@contoso.com"))
            .journal(journal)
            .execute();

    assertThat(report.rejected()).extracting(BulkItem::row).containsExactly(2L);
    assertThat(report.count(ItemResult.DONE)).isEqualTo(2);
  }

  @Test
  void theLastActiveAdministratorIsNotRemoved() {
    site.admin().administrators().remove(FakeSite.ADMIN).execute();
    BulkRemoval job =
        Bulk.with(site.client(FakeSite.OTHER_ADMIN))
            .removeAdministrators(List.of(FakeSite.OTHER_ADMIN))
            .journal(journal);

    BulkReport report = job.time(site.fake.clock(), site.fake.clock()).execute();

    assertThat(report.count(ItemResult.REJECTED)).isEqualTo(1);
    assertThat(site.requests("removeAdministrator")).hasSize(1);
  }

  @Test
  void aMemberWhoChangesMeanwhileIsNotRemoved() {
    BulkRemoval job =
        site.removing(addresses(3))
            .maxConcurrency(1)
            .journal(journal)
            .onProgress(
                progress -> {
                  if (progress.finished() == 1) {
                    site.client(FakeSite.OTHER_ADMIN)
                        .users()
                        .remove("user003@contoso.com")
                        .from(Application.DASHBOARD)
                        .execute();
                  }
                });

    BulkReport report = job.execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(2);
    assertThat(report.count(ItemResult.DRIFTED)).isEqualTo(1);
    assertThat(report.isComplete()).isFalse();
    assertThat(site.admin().users().find("user003@contoso.com").execute()).isPresent();
  }

  @Test
  void aDryRunChangesNothing() {
    RemovalPreview preview =
        site.removing(List.of("user001@contoso.com", "nobody@contoso.com", "admin@contoso.com"))
            .dryRun();

    assertThat(preview.removals()).isEqualTo(1);
    assertThat(preview.allowed()).isEqualTo(24);
    assertThat(preview.exceedsCeiling()).isFalse();
    assertThat(preview.report().count(ItemResult.NOT_TRIED)).isEqualTo(1);
    assertThat(preview.report().count(ItemResult.ALREADY_SO)).isEqualTo(1);
    assertThat(preview.report().count(ItemResult.REJECTED)).isEqualTo(1);
    assertThat(site.fake.log().entries()).allMatch(request -> request.method().equals("GET"));
  }

  @Test
  void anInterruptedRemovalContinuesWithWhatItHasRead() {
    BulkRemoval job = site.removing(addresses(20)).journal(journal);
    assertThatExceptionOfType(ResumeTest.Crash.class)
        .isThrownBy(job.maxConcurrency(4).onProgress(ResumeTest.crashAfter(7))::execute);
    int reads = site.requests("getUser").size();

    BulkReport report = job.execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(20);
    assertThat(site.requests("getUser")).hasSize(reads);
    assertThat(site.applied("removeUserFromEveryList")).hasSize(20);
  }

  @Test
  void printersAreRemovedBySerialNumber() {
    FakeSite printers =
        new FakeSite(
            seed -> {
              for (int i = 1; i <= 8; i++) {
                seed.printer("Colorado", "serial-" + i, "Press " + i);
              }
            });
    try (printers) {
      BulkReport report =
          Bulk.with(printers.admin())
              .removePrinters(List.of("serial-1", "serial-2", "serial-99"))
              .journal(journal)
              .time(printers.fake.clock(), printers.fake.clock())
              .execute();

      assertThat(report.count(ItemResult.DONE)).isEqualTo(2);
      assertThat(report.count(ItemResult.ALREADY_SO)).isEqualTo(1);
      assertThat(printers.admin().printers().list().stream()).hasSize(6);
    }
  }

  @Test
  void administratorsAreAddedAndRemoved() {
    Bulk bulk = Bulk.with(site.admin());
    List<String> bosses = List.of("boss1@contoso.com", "boss2@contoso.com", FakeSite.ADMIN);

    BulkReport added = site.inVirtualTime(bulk.addAdministrators(bosses)).execute();
    BulkReport removed =
        site.inVirtualTime(
                bulk.removeAdministrators(List.of("boss1@contoso.com", "user001@contoso.com"))
                    .journal(journal))
            .execute();

    assertThat(added.count(ItemResult.DONE)).isEqualTo(2);
    assertThat(added.count(ItemResult.ALREADY_SO)).isEqualTo(1);
    assertThat(removed.count(ItemResult.DONE)).isEqualTo(1);
    assertThat(removed.count(ItemResult.ALREADY_SO)).isEqualTo(1);
    assertThat(site.admin().administrators().list().stream()).hasSize(3);
  }
}
