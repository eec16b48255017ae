package canon.cpp.cloudservice.bulk.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private final FakeCloudService fake =
      FakeCloudService.builder()
          .site(
              site -> {
                site.administrator("admin@contoso.com").invitedAdministrator("new@contoso.com");
                for (int i = 0; i < 1_100; i++) {
                  site.user("user" + i + "@contoso.com");
                }
                site.activeUser("jane@contoso.com").printer("varioPRINT 140", "VP-1001", "Press 1");
              })
          .build();
  private final CloudServiceClient admin = fake.client("admin@contoso.com");

  @AfterEach
  void end() {
    fake.close();
  }

  @Test
  void aSnapshotHasAllMembersAndPrinters() {
    Snapshot snapshot = Snapshots.of(admin).take();

    assertThat(snapshot.site()).isEqualTo(admin.site().get().execute().id());
    assertThat(snapshot.users()).hasSize(1_103).extracting(User::etag).containsOnlyNulls();
    assertThat(snapshot.administrators())
        .extracting(Administrator::canonicalEmail)
        .containsExactly("admin@contoso.com", "new@contoso.com");
    assertThat(snapshot.printers()).extracting(Printer::serialNumber).containsExactly("VP-1001");
  }

  @Test
  void theTimesSayHowLongReadingTook() {
    fake.faults().on("listUsers").times(1).delayed(Duration.ofSeconds(3)).passThrough();

    Snapshot snapshot = Snapshots.of(admin).clock(fake.clock()).take();

    assertThat(Duration.between(snapshot.from(), snapshot.to())).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aSnapshotOnlyReads() {
    fake.log().clear();

    Snapshot unused = Snapshots.of(admin).take();

    assertThat(fake.log().entries())
        .extracting(LoggedRequest::operation)
        .containsExactly("getSite", "listUsers", "listUsers", "listAdministrators", "listPrinters");
  }

  @Test
  void theTextOfASnapshotHasNoAddress() {
    assertThat(Snapshots.of(admin).clock(fake.clock()).take())
        .asString()
        .startsWith("Snapshot[site=sit_")
        .endsWith(", users=1103, administrators=2, printers=1]");
  }
}
