package canon.cpp.cloudservice.testing;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.ConflictException;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Saving a state, restoring it, and starting again. */
class FakeStateTest {
  private static final String ADMIN = "admin@contoso.com";

  private final FakeCloudService fake =
      FakeCloudService.builder()
          .site(
              site ->
                  site.administrator(ADMIN)
                      .invitedAdministrator("new.boss@contoso.com")
                      .user("invited@contoso.com")
                      .activeUser("John.Doe@gmail.com")
                      .userOn("press@contoso.com", DASHBOARD)
                      .applicationPrincipal("job")
                      .printer("varioPRINT 140", "VP-1", "Press 1")
                      .printer(
                          "varioPRINT 140",
                          "VP-2",
                          "Press 2",
                          printer ->
                              printer
                                  .licences(DASHBOARD, REMOTE_MATCH)
                                  .lastDataAt(FakeClock.START.minusSeconds(60))))
          .site(site -> site.administrator("boss@fabrikam.com"))
          .build();
  private final CloudServiceClient admin = fake.client(ADMIN);

  @AfterEach
  void close() {
    fake.close();
  }

  private void play() {
    fake.clock().advance(Duration.ofSeconds(5));
    admin.users().add("jane@contoso.com").execute();
    admin.users().remove("invited@contoso.com").fromEveryList().execute();
    admin.administrators().add("third@contoso.com").execute();
    fake.client("third@contoso.com").session().signIn().execute();
    fake.client("third@contoso.com").session().signOut().execute();
    fake.client("jane@contoso.com").remoteControl().activate().execute();
    admin.printers().register(fake.printer("Colorado", "C-1"), "Roll").execute();
    admin.printers().remove("VP-1").execute();
    fake.setLicences("C-1", DASHBOARD);
    fake.sendData("C-1");
    fake.expireTokens(FakeAccount.of("jane@contoso.com"));
    fake.revokeTokens(FakeAccount.of("third@contoso.com"));
  }

  @Test
  void restoringUndoesAllChangesAndLaterIdsAreTheSame() {
    FakeState before = fake.snapshot();
    play();
    assertThat(fake.snapshot()).isNotEqualTo(before);

    fake.restore(before);

    assertThat(fake.snapshot()).isEqualTo(before).hasSameHashCodeAs(before);
    assertThat(admin.users().find("jane@contoso.com").execute()).isEmpty();
    assertThat(admin.users().find("invited@contoso.com").execute()).isPresent();
    assertThat(admin.printers().get("VP-1").execute().displayName()).isEqualTo("Press 1");
    admin.users().add("jane@contoso.com").execute();
    assertThat(admin.users().get("jane@contoso.com").execute().id()).isEqualTo("usr_000007");
  }

  @Test
  void anotherFakeCanContinueFromAState() {
    play();
    try (FakeCloudService another = FakeCloudService.builder().state(fake.snapshot()).build()) {
      assertThat(another.snapshot()).isEqualTo(fake.snapshot());
      CloudServiceClient there = another.client(ADMIN);
      assertThat(there.printers().get("C-1").execute().lastDataAt())
          .isEqualTo(FakeClock.START.plusSeconds(5));
      assertThatThrownBy(() -> there.users().add("boss@fabrikam.com").execute())
          .isInstanceOf(ConflictException.class);
    }
  }

  @Test
  void aKeyThatWasUsedBeforeTheSnapshotIsStillKnown() {
    admin.users().add("jane@contoso.com").idempotencyKey("k").execute();
    FakeState state = FakeState.parse(fake.snapshot().toJson());

    fake.restore(state);
    admin.users().add("jane@contoso.com").idempotencyKey("k").execute();

    fake.log().expect("addUser").applied().once();
    fake.log().expect("addUser").replayed().once();
  }

  @Test
  void theSeedCanBeRestored() {
    FakeState seeded = fake.snapshot();
    play();

    fake.resetToSeed();

    assertThat(fake.snapshot()).isEqualTo(seeded);
    assertThat(admin.users().find("invited@contoso.com").execute()).isPresent();
    fake.log().expectAny().withStatus(401).once();
  }

  @Test
  void aSeedThatIsAStateCanBeRestored() {
    try (FakeCloudService another =
        FakeCloudService.builder()
            .state(fake.snapshot())
            .site(site -> site.administrator("ceo@woodgrove.com"))
            .build()) {
      FakeState seeded = another.snapshot();
      another.client("ceo@woodgrove.com").users().add("jane@woodgrove.com").execute();
      another.resetToSeed();

      assertThat(another.snapshot())
          .isEqualTo(seeded)
          .hasToString("FakeState[sites: 3, members: 7, printers: 2]");
    }
  }

  @Test
  void aStateIsUnchangedAfterWritingAndReading() {
    play();
    FakeState state = fake.snapshot();

    FakeState read = FakeState.parse(state.toJson());

    assertThat(read).isEqualTo(state);
    assertThat(read.toJson()).isEqualTo(state.toJson());
  }

  @Test
  void everyKindOfUserAndPrinterCanBeSeeded() {
    assertThat(admin.users().get("press@contoso.com").execute().applications())
        .singleElement()
        .satisfies(entry -> assertThat(entry.application()).isEqualTo(DASHBOARD));
    assertThat(admin.printers().get("VP-2").execute())
        .satisfies(
            printer -> {
              assertThat(printer.allRequiredLicencesAvailable()).isTrue();
              assertThat(printer.lastDataAt()).isEqualTo(FakeClock.START.minusSeconds(60));
            });
    SiteSeed seed = new SiteSeed();
    assertThatThrownBy(() -> seed.userOn("a@contoso.com"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(admin.users().list().on(REMOTE_CONTROL).stream()).hasSize(2);
  }

  private static void assertContradicts(Consumer<SiteSeed> one, Consumer<SiteSeed> other) {
    FakeCloudServiceBuilder builder = FakeCloudService.builder().site(one).site(other);
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessageContaining("of the seed")
        .withMessageContaining("job");
  }

  @Test
  void aSeedThatContradictsItselfIsRejected() {
    FakeAccount account = FakeAccount.of("a@x.com").withSubject("app-job");
    Consumer<SiteSeed> principal = site -> site.applicationPrincipal("job");
    Consumer<SiteSeed> administrator = site -> site.administrator(account);
    Consumer<SiteSeed> user = site -> site.activeUser(account.withEmail("b@x.com"));

    assertContradicts(principal, principal);
    assertContradicts(principal, administrator);
    assertContradicts(administrator, principal);
    assertContradicts(administrator, user);
    assertContradicts(user, administrator);
  }

  @Test
  void seedingTheSameEntryAgainAtTheSameSiteIsAccepted() {
    FakeAccount account = FakeAccount.of("a@x.com");
    try (FakeCloudService another =
        FakeCloudService.builder()
            .site(
                site ->
                    site.activeUser(account.withSubject("before"))
                        .administrator(account)
                        .activeUser(account)
                        .activeUser(FakeAccount.of("b@x.com").withSubject("before"))
                        .applicationPrincipal("job")
                        .applicationPrincipal("job"))
            .build()) {
      FakeState state = another.snapshot();

      assertThat(FakeState.parse(state.toJson())).isEqualTo(state);
    }
  }
}
