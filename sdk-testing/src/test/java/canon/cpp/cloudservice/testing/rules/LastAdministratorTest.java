package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.testing.rules.Users.lists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.RemovalWarning;
import canon.cpp.cloudservice.membership.RemovedAdministrator;
import canon.cpp.cloudservice.membership.WarningCode;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.Hold;
import java.util.concurrent.CompletableFuture;

class LastAdministratorTest {
  private static final String A = "a@contoso.com";
  private static final String B = "b@contoso.com";

  @EveryMode
  @Rule("D13")
  void theLastAdministratorCannotBeRemoved(RuleContext context) {
    context.site(site -> site.administrator(A).user("john@contoso.com"));

    RejectedException rejection = context.rejection(context.client(A).administrators().remove(A));

    assertThat(rejection).isInstanceOf(ConflictException.class);
    assertThat(rejection.code().id()).isEqualTo("last-administrator");
    assertThat(context.run(context.client(A).administrators().get(A)).state())
        .isEqualTo(AdministratorState.ACTIVE);
  }

  @EveryMode
  @Rule("D13")
  void onlyActiveAdministratorsCount(RuleContext context) {
    context.site(site -> site.administrator(A).invitedAdministrator(B));

    assertThat(context.rejectionCode(context.client(A).administrators().remove(A)))
        .isEqualTo("last-administrator");

    context.run(context.client(B).session().signIn());
    assertThat(context.run(context.client(A).administrators().remove(A)).gone()).isFalse();
  }

  @EveryMode
  @Rule("D13")
  void anInvitedAdministratorCanAlwaysBeRemoved(RuleContext context) {
    context.site(site -> site.administrator(A).invitedAdministrator(B));

    RemovedAdministrator removed = context.run(context.client(A).administrators().remove(B));

    assertThat(removed.administrator().state()).isEqualTo(AdministratorState.INVITED);
    assertThat(context.rejectionCode(context.client(B).site().get()))
        .isEqualTo("administrator-required");
  }

  @EveryMode
  @Rule("D13")
  void administratorsCanRemoveThemselvesAndKeepTheirLists(RuleContext context) {
    context.site(site -> site.administrator(A).administrator(B));
    CloudServiceClient a = context.client(A);

    RemovedAdministrator removed = context.run(a.administrators().remove(A));

    assertThat(removed.administrator().state()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(removed.gone()).isFalse();
    assertThat(context.rejectionCode(a.users().list().page())).isEqualTo("administrator-required");
    var user = context.run(context.client(B).users().get(A));
    assertThat(user.administrator()).isEqualTo(AdministratorState.NONE);
    assertThat(lists(user)).hasSize(2);
  }

  @EveryMode
  @Rule({"D13", "D14"})
  void anAdministratorOnNoListIsRemovedWithTheRole(RuleContext context) {
    context.site(site -> site.administrator(A).administrator(B));
    CloudServiceClient a = context.client(A);
    context.run(a.users().remove(B).fromEveryList());

    assertThat(context.run(a.administrators().remove(B)).gone()).isTrue();
    assertThat(context.rejectionCode(context.client(B).session().get()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule("D13")
  void exactlyOneOfTwoConcurrentMutualRemovalsSucceeds(RuleContext context) {
    context.site(site -> site.administrator(A).administrator(B));
    Hold hold = context.fake().faults().on("removeAdministrator").by(FakeAccount.of(A)).hold();

    CompletableFuture<RemovedAdministrator> fromA =
        context.start(context.client(A).administrators().remove(B));
    hold.reached().join();
    RemovedAdministrator fromB = context.run(context.client(B).administrators().remove(A));
    hold.release();

    assertThat(fromB.administrator().canonicalEmail()).isEqualTo(A);
    PermissionDeniedException rejection =
        catchThrowableOfType(PermissionDeniedException.class, () -> context.await(fromA));
    assertThat(rejection.code().id()).isEqualTo("administrator-required");
    assertThat(context.list(context.client(B).administrators().list())).hasSize(1);
  }

  @EveryMode
  @Rule({"D10", "D13"})
  void aFormerAdministratorWhoIsAddedAgainIsInvited(RuleContext context) {
    context.site(site -> site.administrator(A).administrator(B));
    CloudServiceClient a = context.client(A);
    var before = context.run(a.administrators().remove(B)).administrator();

    var after = context.run(a.administrators().add(B)).administrator();

    assertThat(after.state()).isEqualTo(AdministratorState.INVITED);
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(context.run(a.administrators().find(before.id()))).isEmpty();
    assertThat(context.rejectionCode(context.client(B).site().get())).isEqualTo("sign-in-required");
  }

  @EveryMode
  @Rule({"D13", "D2"})
  void administratorsOfAnotherSiteDoNotCountAndAreNotFound(RuleContext context) {
    context.site(site -> site.administrator(A));
    context.site(site -> site.administrator("boss@fabrikam.com"));
    CloudServiceClient a = context.client(A);

    assertThat(context.rejectionCode(a.administrators().remove(A))).isEqualTo("last-administrator");
    assertThat(context.rejectionCode(a.administrators().remove("boss@fabrikam.com")))
        .isEqualTo("not-found");
  }

  @EveryMode
  @Rule({"D13", "D27"})
  void theLastAdministratorOnRemoteMatchThatLosesTheRoleCausesAWarning(RuleContext scene) {
    scene.site(site -> site.administrator("a@contoso.com").administrator("b@contoso.com"));
    CloudServiceClient b = scene.client("b@contoso.com");
    scene.run(b.users().remove("b@contoso.com").fromEveryList());

    RemovedAdministrator removed = scene.run(b.administrators().remove("a@contoso.com"));

    assertThat(removed.warnings())
        .extracting(RemovalWarning::code)
        .containsExactly(WarningCode.NO_REMOTE_MATCH_ADMINISTRATOR);
  }
}
