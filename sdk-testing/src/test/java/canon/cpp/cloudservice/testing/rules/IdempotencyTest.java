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

  private static CloudServiceClient admin(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).administrator("boss@contoso.com"));
    return context.client(ADMIN);
  }

  @EveryMode
  @Rule("D8")
  void aChangeWhoseResponseWasLostIsAppliedOnce(RuleContext context) {
    CloudServiceClient admin = admin(context);
    context.fake().faults().on("addUser").times(1).dropAfterApplying();

    AddedUser added = context.run(admin.users().add("john@contoso.com"));

    assertThat(Users.changes(added.changes())).contains("remote-control: added");
    assertThat(context.fake().log().of("addUser"))
        .extracting(
            LoggedRequest::attempt,
            LoggedRequest::applied,
            LoggedRequest::dropped,
            LoggedRequest::replayed)
        .containsExactly(tuple(1, true, true, false), tuple(2, false, false, true));
  }

  @EveryMode
  @Rule("D8")
  void aChangeWhoseRequestWasLostIsAppliedByTheNextAttempt(RuleContext context) {
    CloudServiceClient admin = admin(context);
    context.fake().faults().on("addUser").times(1).dropBeforeHandling();
    context.fake().faults().on("addUser").times(1).retryAfter(Duration.ofSeconds(2)).respond(503);

    context.run(admin.users().add("john@contoso.com"));

    assertThat(context.fake().log().of("addUser"))
        .extracting(LoggedRequest::status, LoggedRequest::applied)
        .containsExactly(tuple(0, false), tuple(503, false), tuple(200, true));
  }

  @EveryMode
  @Rule("D8")
  void theSameKeyGetsTheSameResultFor24Hours(RuleContext context) {
    CloudServiceClient admin = admin(context);
    var adding = admin.users().add("john@contoso.com").idempotencyKey("import-row-17");
    AddedUser first = context.run(adding);

    context.fake().clock().advance(Duration.ofHours(23));
    AddedUser kept = context.run(adding);
    context.fake().clock().advance(Duration.ofHours(1));
    AddedUser anew = context.run(adding);

    assertThat(kept).isEqualTo(first);
    assertThat(Users.changes(anew.changes())).contains("remote-control: alreadyPresent");
  }

  @EveryMode
  @Rule("D8")
  void theSameKeyForAnotherChangeIsRejected(RuleContext context) {
    CloudServiceClient admin = admin(context);
    context.run(admin.users().add("john@contoso.com").idempotencyKey("k"));

    assertThat(context.rejectionCode(admin.users().add("jane@contoso.com").idempotencyKey("k")))
        .isEqualTo("idempotency-key-reused");
  }

  @EveryMode
  @Rule({"D16", "D14"})
  void aRejectedChangeCanBeRetriedUnderItsKeyAfterItsCauseIsRemoved(RuleContext context) {
    context.site(site -> site.administrator("other@fabrikam.com").user("john@contoso.com"));
    CloudServiceClient admin = admin(context);
    var adding = admin.users().add("john@contoso.com").idempotencyKey("k");
    assertThat(context.rejectionCode(adding)).isEqualTo("account-registered-elsewhere");

    context.run(
        context.client("other@fabrikam.com").users().remove("john@contoso.com").fromEveryList());

    assertThat(context.run(adding).user().canonicalEmail()).isEqualTo("john@contoso.com");
  }

  @EveryMode
  @Rule("D13")
  void administratorsWhoRemovedThemselvesGetTheLostResult(RuleContext context) {
    CloudServiceClient admin = admin(context);
    context.fake().faults().on("removeAdministrator").times(1).dropAfterApplying();

    RemovedAdministrator removed = context.run(admin.administrators().remove(ADMIN));

    assertThat(removed.administrator().canonicalEmail()).isEqualTo(ADMIN);
    assertThat(context.rejectionCode(admin.site().get())).isEqualTo("administrator-required");
  }

  @EveryMode
  @Rule("D8")
  void aKeyInProgressIsRetriedUntilTheFirstRequestHasFinished(RuleContext context) {
    CloudServiceClient admin = admin(context);
    var adding = admin.users().add("john@contoso.com").idempotencyKey("k");
    Hold hold = context.fake().faults().on("addUser").times(1).hold();
    CompletableFuture<AddedUser> first = context.start(adding);
    hold.reached().join();

    RejectedException rejection = context.rejection(adding);
    hold.release();

    assertThat(rejection.code().id()).isEqualTo("idempotency-key-in-progress");
    assertThat(context.run(adding)).isEqualTo(context.await(first));
    assertThat(context.fake().log().of("addUser")).filteredOn(LoggedRequest::applied).hasSize(1);
  }
}
