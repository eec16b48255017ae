package canon.cpp.cloudservice.bulk.snapshot;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.snapshot.SnapshotChange.Kind;
import canon.cpp.cloudservice.testing.FakeCloudService;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotDiffTest {
  private final FakeCloudService fake =
      FakeCloudService.builder()
          .site(
              site ->
                  site.administrator("admin@contoso.com")
                      .invitedAdministrator("new@contoso.com")
                      .user("john@contoso.com")
                      .printer("varioPRINT 140", "VP-1001", "Press 1"))
          .site(site -> site.administrator("admin@fabrikam.com"))
          .build();
  private final CloudServiceClient admin = fake.client("admin@contoso.com");
  private final Snapshot before = take();

  @AfterEach
  void end() {
    fake.close();
  }

  private Snapshot take() {
    return Snapshots.of(admin).clock(fake.clock()).take();
  }

  private List<SnapshotChange> changes() {
    return before.diff(take());
  }

  @Test
  void nothingHasChanged() {
    assertThat(changes()).isEmpty();
  }

  @Test
  void aNewUserJoinsThreeLists() {
    admin.users().add("Jane@contoso.com").execute();

    List<SnapshotChange> changes = changes();

    assertThat(changes)
        .extracting(SnapshotChange::kind)
        .containsExactly(Kind.JOINED_LIST, Kind.JOINED_LIST, Kind.JOINED_LIST);
    assertThat(changes)
        .extracting(SnapshotChange::application)
        .containsExactlyInAnyOrder(DASHBOARD, REMOTE_MATCH, REMOTE_CONTROL);
    assertThat(changes)
        .allSatisfy(
            change -> {
              assertThat(change.subject()).isEqualTo("jane@contoso.com");
              assertThat(change.before()).isNull();
              assertThat(change.after())
                  .isEqualTo(REMOTE_CONTROL.equals(change.application()) ? "invited" : "active");
              assertThat(change)
                  .hasToString(change.id() + " joined the list of " + change.application());
            });
  }

  @Test
  void aUserLeavesAListAndBecomesActive() {
    admin.users().remove("john@contoso.com").from(REMOTE_MATCH).execute();
    fake.client("john@contoso.com").remoteControl().activate().execute();
    String id = admin.users().get("john@contoso.com").execute().id();

    assertThat(changes())
        .containsExactlyInAnyOrder(
            new SnapshotChange(
                Kind.LEFT_LIST, id, "john@contoso.com", REMOTE_MATCH, "active", null),
            new SnapshotChange(
                Kind.BECAME_ACTIVE, id, "john@contoso.com", REMOTE_CONTROL, "invited", "active"));
  }

  @Test
  void aUserWhoWasAddedAgainHasAnotherId() {
    String earlier = admin.users().get("john@contoso.com").execute().id();
    fake.client("john@contoso.com").remoteControl().activate().execute();
    Snapshot active = take();
    admin.users().remove("john@contoso.com").fromEveryList().execute();
    admin.users().add("john@contoso.com").execute();
    String later = admin.users().get("john@contoso.com").execute().id();

    assertThat(active.diff(take()))
        .containsExactly(
            new SnapshotChange(Kind.ADDED_AGAIN, later, "john@contoso.com", null, earlier, later),
            new SnapshotChange(
                Kind.LIST_STATE_CHANGED,
                later,
                "john@contoso.com",
                REMOTE_CONTROL,
                "active",
                "invited"));
  }

  @Test
  void administratorsComeAndGo() {
    admin.administrators().add("third@contoso.com").execute();
    fake.client("new@contoso.com").session().signIn().execute();
    Snapshot middle = take();

    assertThat(before.diff(middle).stream().filter(change -> change.application() == null))
        .extracting(SnapshotChange::kind, SnapshotChange::subject, SnapshotChange::after)
        .containsExactly(
            tuple(Kind.ADMINISTRATOR_BECAME_ACTIVE, "new@contoso.com", "active"),
            tuple(Kind.BECAME_ADMINISTRATOR, "third@contoso.com", "invited"));

    admin.administrators().remove("new@contoso.com").execute();

    assertThat(middle.diff(take()))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(Kind.NO_LONGER_ADMINISTRATOR);
              assertThat(change.before()).isEqualTo("active");
              assertThat(change).hasToString(change.id() + " is not an administrator any more");
            });
  }

  @Test
  void printersComeAndGo() {
    admin.printers().remove("VP-1001").execute();
    admin.printers().register(fake.printer("varioPRINT 140", "VP-2"), "Press 2").execute();

    assertThat(changes())
        .extracting(
            SnapshotChange::kind,
            SnapshotChange::subject,
            SnapshotChange::before,
            SnapshotChange::after)
        .containsExactly(
            tuple(Kind.PRINTER_GONE, "VP-1001", "Press 1", null),
            tuple(Kind.PRINTER_ADDED, "VP-2", null, "Press 2"));
  }

  @Test
  void aPrinterChanges() {
    fake.setLicences("VP-1001", DASHBOARD);
    fake.setEnabledApplications("VP-1001", REMOTE_MATCH);
    Snapshot middle = take();
    admin.printers().remove("VP-1001").execute();
    admin.printers().register(fake.printer("varioPRINT 140", "VP-1001"), "Press A").execute();
    fake.setLicences("VP-1001", REMOTE_MATCH);
    fake.setEnabledApplications("VP-1001", DASHBOARD);
    fake.setSoftwareVersion("VP-1001", "9.0");
    fake.sendData("VP-1001");

    assertThat(middle.diff(take()))
        .extracting(SnapshotChange::kind, SnapshotChange::application)
        .containsExactlyInAnyOrder(
            tuple(Kind.PRINTER_REGISTERED_AGAIN, null),
            tuple(Kind.PRINTER_RENAMED, null),
            tuple(Kind.SOFTWARE_CHANGED, null),
            tuple(Kind.FIRST_DATA, null),
            tuple(Kind.LICENCE_LOST, DASHBOARD),
            tuple(Kind.LICENCE_GAINED, REMOTE_MATCH),
            tuple(Kind.APPLICATION_DISABLED, REMOTE_MATCH),
            tuple(Kind.APPLICATION_ENABLED, DASHBOARD));
  }

  @Test
  void eachKindHasAText() {
    Set<String> texts = new HashSet<>();
    for (Kind kind : Kind.values()) {
      texts.add(new SnapshotChange(kind, "id", "a@b.example", null, "a@b", "a@b").toString());
    }

    assertThat(texts)
        .hasSize(EnumSet.allOf(Kind.class).size())
        .allSatisfy(text -> assertThat(text).startsWith("id ").doesNotContain("@"));
  }

  @Test
  void snapshotsOfTwoSitesAreNotCompared() {
    Snapshot other = Snapshots.of(fake.client("admin@fabrikam.com")).take();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> before.diff(other))
        .withMessageStartingWith("The snapshots are of two sites, " + before.site());
  }
}
