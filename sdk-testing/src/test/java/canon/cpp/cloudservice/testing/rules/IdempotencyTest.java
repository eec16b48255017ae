package canon.cpp.cloudservice.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.RemovedAdministrator;
import canon.cpp.cloudservice.testing.Hold;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

class IdempotencyTest {
  private static final String ADMIN = "admin@contoso.com";

  private static CloudServiceClient admin(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).administrator("boss@contoso.com"));
    return scene.client(ADMIN);
  }

  @EveryMode
  @Rule("D8")
  void aChangeWhoseAnswerWasLostIsDoneOnce(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    scene.fake().faults().on("addUser").times(1).dropAfterApplying();

    AddedUser added = scene.run(admin.users().add("john@contoso.com"));

    assertThat(Users.changes(added.changes())).contains("remote-control: added");
    assertThat(scene.fake().log().of("addUser"))
        .extracting(
            LoggedRequest::attempt,
            LoggedRequest::applied,
            LoggedRequest::dropped,
            LoggedRequest::replayed)
        .containsExactly(tuple(1, true, true, false), tuple(2, false, false, true));
  }

  @EveryMode
  @Rule("D8")
  void aChangeThatGotLostOnItsWayIsDoneByTheNextAttempt(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    scene.fake().faults().on("addUser").times(1).dropBeforeHandling();
    scene.fake().faults().on("addUser").times(1).retryAfter(Duration.ofSeconds(2)).respond(503);

    scene.run(admin.users().add("john@contoso.com"));

    assertThat(scene.fake().log().of("addUser"))
        .extracting(LoggedRequest::status, LoggedRequest::applied)
        .containsExactly(tuple(0, false), tuple(503, false), tuple(200, true));
  }

  @EveryMode
  @Rule("D8")
  void theSameKeyGetsTheSameAnswerFor24Hours(RuleContext scene) {
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

  @EveryMode
  @Rule("D8")
  void theSameKeyForAnotherChangeIsRejected(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    scene.run(admin.users().add("john@contoso.com").idempotencyKey("k"));

    assertThat(scene.rejectionCode(admin.users().add("jane@contoso.com").idempotencyKey("k")))
        .isEqualTo("idempotency-key-reused");
  }

  @EveryMode
  @Rule({"D16", "D14"})
  void aRefusalIsTriedAgainWithTheSameKeyOnceItsCauseIsGone(RuleContext scene) {
    scene.site(site -> site.administrator("other@fabrikam.com").user("john@contoso.com"));
    CloudServiceClient admin = admin(scene);
    var adding = admin.users().add("john@contoso.com").idempotencyKey("k");
    assertThat(scene.rejectionCode(adding)).isEqualTo("account-registered-elsewhere");

    scene.run(
        scene.client("other@fabrikam.com").users().remove("john@contoso.com").fromEveryList());

    assertThat(scene.run(adding).user().canonicalEmail()).isEqualTo("john@contoso.com");
  }

  @EveryMode
  @Rule("D13")
  void whoRemovedThemselvesAndLostTheAnswerGetsIt(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    scene.fake().faults().on("removeAdministrator").times(1).dropAfterApplying();

    RemovedAdministrator removed = scene.run(admin.administrators().remove(ADMIN));

    assertThat(removed.administrator().canonicalEmail()).isEqualTo(ADMIN);
    assertThat(scene.rejectionCode(admin.site().get())).isEqualTo("administrator-required");
  }

  @EveryMode
  @Rule("D8")
  void aKeyThatIsUnderWayIsTriedAgainUntilTheFirstIsDone(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    var adding = admin.users().add("john@contoso.com").idempotencyKey("k");
    Hold hold = scene.fake().faults().on("addUser").times(1).hold();
    CompletableFuture<AddedUser> first = scene.start(adding);
    hold.reached().join();

    RejectedException rejection = scene.rejection(adding);
    hold.release();

    assertThat(rejection.code().id()).isEqualTo("idempotency-key-in-progress");
    assertThat(scene.run(adding)).isEqualTo(scene.await(first));
    assertThat(scene.fake().log().of("addUser")).filteredOn(LoggedRequest::applied).hasSize(1);
  }
}
