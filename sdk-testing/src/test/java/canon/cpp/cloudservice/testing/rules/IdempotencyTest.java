package canon.cpp.cloudservice.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.RefusedException;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.RemovedAdministrator;
import canon.cpp.cloudservice.testing.Hold;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

class IdempotencyTest {
  private static final String ADMIN = "admin@contoso.com";

  private static CloudServiceClient admin(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).administrator("boss@contoso.com"));
    return scene.client(ADMIN);
  }

  @EveryWay
  @Rule("D8")
  void aChangeWhoseAnswerWasLostIsDoneOnce(Scene scene) {
    CloudServiceClient admin = admin(scene);
    scene.fake().faults().on("addUser").times(1).dropAfterLanding();

    AddedUser added = scene.run(admin.users().add("john@contoso.com"));

    assertThat(Users.changes(added.changes())).contains("remote-control: added");
    assertThat(scene.fake().log().of("addUser"))
        .extracting(
            LoggedRequest::attempt,
            LoggedRequest::landed,
            LoggedRequest::dropped,
            LoggedRequest::replayed)
        .containsExactly(tuple(1, true, true, false), tuple(2, false, false, true));
  }

  @EveryWay
  @Rule("D8")
  void aChangeThatGotLostOnItsWayIsDoneByTheNextAttempt(Scene scene) {
    CloudServiceClient admin = admin(scene);
    scene.fake().faults().on("addUser").times(1).dropBeforeHandling();
    scene.fake().faults().on("addUser").times(1).retryAfter(Duration.ofSeconds(2)).answer(503);

    scene.run(admin.users().add("john@contoso.com"));

    assertThat(scene.fake().log().of("addUser"))
        .extracting(LoggedRequest::status, LoggedRequest::landed)
        .containsExactly(tuple(0, false), tuple(503, false), tuple(200, true));
  }

  @EveryWay
  @Rule("D8")
  void theSameKeyGetsTheSameAnswerFor24Hours(Scene scene) {
    CloudServiceClient admin = admin(scene);
    var adding = admin.users().add("john@contoso.com").idempotencyKey("import-row-17");
    AddedUser first = scene.run(adding);

    scene.fake().clock().advance(Duration.ofHours(23));
    AddedUser kept = scene.run(adding);
    scene.fake().clock().advance(Duration.ofHours(1));
    AddedUser anew = scene.run(adding);

    assertThat(kept).isEqualTo(first);
    assertThat(Users.changes(anew.changes())).contains("remote-control: alreadyPresent");
  }

  @EveryWay
  @Rule("D8")
  void theSameKeyForAnotherChangeIsRefused(Scene scene) {
    CloudServiceClient admin = admin(scene);
    scene.run(admin.users().add("john@contoso.com").idempotencyKey("k"));

    assertThat(scene.refusalCode(admin.users().add("jane@contoso.com").idempotencyKey("k")))
        .isEqualTo("idempotency-key-reused");
  }

  @EveryWay
  @Rule({"D16", "D14"})
  void aRefusalIsTriedAgainWithTheSameKeyOnceItsCauseIsGone(Scene scene) {
    scene.site(site -> site.administrator("other@fabrikam.com").user("john@contoso.com"));
    CloudServiceClient admin = admin(scene);
    var adding = admin.users().add("john@contoso.com").idempotencyKey("k");
    assertThat(scene.refusalCode(adding)).isEqualTo("account-registered-elsewhere");

    scene.run(
        scene.client("other@fabrikam.com").users().remove("john@contoso.com").fromEveryList());

    assertThat(scene.run(adding).user().canonicalEmail()).isEqualTo("john@contoso.com");
  }

  @EveryWay
  @Rule("D13")
  void whoRemovedThemselvesAndLostTheAnswerGetsIt(Scene scene) {
    CloudServiceClient admin = admin(scene);
    scene.fake().faults().on("removeAdministrator").times(1).dropAfterLanding();

    RemovedAdministrator removed = scene.run(admin.administrators().remove(ADMIN));

    assertThat(removed.administrator().canonicalEmail()).isEqualTo(ADMIN);
    assertThat(scene.refusalCode(admin.site().get())).isEqualTo("administrator-required");
  }

  @EveryWay
  @Rule("D8")
  void aKeyThatIsUnderWayIsTriedAgainUntilTheFirstIsDone(Scene scene) {
    CloudServiceClient admin = admin(scene);
    var adding = admin.users().add("john@contoso.com").idempotencyKey("k");
    Hold hold = scene.fake().faults().on("addUser").times(1).hold();
    CompletableFuture<AddedUser> first = scene.start(adding);
    hold.reached().join();

    RefusedException refusal = scene.refusal(adding);
    hold.release();

    assertThat(refusal.code().id()).isEqualTo("idempotency-key-in-progress");
    assertThat(scene.run(adding)).isEqualTo(scene.await(first));
    assertThat(scene.fake().log().of("addUser")).filteredOn(LoggedRequest::landed).hasSize(1);
  }
}
