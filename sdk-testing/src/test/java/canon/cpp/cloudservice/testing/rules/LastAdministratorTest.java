package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.testing.rules.Users.lists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.RemovedAdministrator;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.Hold;
import java.util.concurrent.CompletableFuture;

class LastAdministratorTest {
  private static final String A = "a@contoso.com";
  private static final String B = "b@contoso.com";

  @EveryMode
  @Rule("D13")
  void theLastAdministratorCannotBeRemoved(RuleContext scene) {
    scene.site(site -> site.administrator(A).user("john@contoso.com"));

    RejectedException rejection = scene.rejection(scene.client(A).administrators().remove(A));

    assertThat(rejection).isInstanceOf(ConflictException.class);
    assertThat(rejection.code().id()).isEqualTo("last-administrator");
    assertThat(scene.run(scene.client(A).administrators().get(A)).state())
        .isEqualTo(AdministratorState.ACTIVE);
  }

  @EveryMode
  @Rule("D13")
  void onlyActiveAdministratorsCount(RuleContext scene) {
    scene.site(site -> site.administrator(A).invitedAdministrator(B));

    assertThat(scene.rejectionCode(scene.client(A).administrators().remove(A)))
        .isEqualTo("last-administrator");

    scene.run(scene.client(B).session().signIn());
    assertThat(scene.run(scene.client(A).administrators().remove(A)).gone()).isFalse();
  }

  @EveryMode
  @Rule("D13")
  void anInvitedAdministratorCanAlwaysBeRemoved(RuleContext scene) {
    scene.site(site -> site.administrator(A).invitedAdministrator(B));

    RemovedAdministrator removed = scene.run(scene.client(A).administrators().remove(B));

    assertThat(removed.administrator().state()).isEqualTo(AdministratorState.INVITED);
    assertThat(scene.rejectionCode(scene.client(B).site().get()))
        .isEqualTo("administrator-required");
  }

  @EveryMode
  @Rule("D13")
  void administratorsMayRemoveThemselvesAndKeepTheirLists(RuleContext scene) {
    scene.site(site -> site.administrator(A).administrator(B));
    CloudServiceClient a = scene.client(A);

    RemovedAdministrator removed = scene.run(a.administrators().remove(A));

    assertThat(removed.administrator().state()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(removed.gone()).isFalse();
    assertThat(scene.rejectionCode(a.users().list().page())).isEqualTo("administrator-required");
    var user = scene.run(scene.client(B).users().get(A));
    assertThat(user.administrator()).isEqualTo(AdministratorState.NONE);
    assertThat(lists(user)).hasSize(2);
  }

  @EveryMode
  @Rule({"D13", "D14"})
  void anAdministratorOnNoListIsGoneWithTheRole(RuleContext scene) {
    scene.site(site -> site.administrator(A).administrator(B));
    CloudServiceClient a = scene.client(A);
    scene.run(a.users().remove(B).fromEveryList());

    assertThat(scene.run(a.administrators().remove(B)).gone()).isTrue();
    assertThat(scene.rejectionCode(scene.client(B).session().get()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule("D13")
  void ofTwoWhoRemoveEachOtherAtOnceExactlyOneSucceeds(RuleContext scene) {
    scene.site(site -> site.administrator(A).administrator(B));
    Hold hold = scene.fake().faults().on("removeAdministrator").by(FakeAccount.of(A)).hold();

    CompletableFuture<RemovedAdministrator> fromA =
        scene.start(scene.client(A).administrators().remove(B));
    hold.reached().join();
    RemovedAdministrator fromB = scene.run(scene.client(B).administrators().remove(A));
    hold.release();

    assertThat(fromB.administrator().canonicalEmail()).isEqualTo(A);
    PermissionDeniedException rejection =
        catchThrowableOfType(PermissionDeniedException.class, () -> scene.await(fromA));
    assertThat(rejection.code().id()).isEqualTo("administrator-required");
    assertThat(scene.list(scene.client(B).administrators().list())).hasSize(1);
  }

  @EveryMode
  @Rule({"D10", "D13"})
  void whoBecomesAdministratorAgainIsInvitedAgain(RuleContext scene) {
    scene.site(site -> site.administrator(A).administrator(B));
    CloudServiceClient a = scene.client(A);
    var before = scene.run(a.administrators().remove(B)).administrator();

    var after = scene.run(a.administrators().add(B)).administrator();

    assertThat(after.state()).isEqualTo(AdministratorState.INVITED);
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(scene.run(a.administrators().find(before.id()))).isEmpty();
    assertThat(scene.rejectionCode(scene.client(B).site().get())).isEqualTo("sign-in-required");
  }

  @EveryMode
  @Rule({"D13", "D2"})
  void administratorsOfAnotherSiteDoNotCountAndAreNotThere(RuleContext scene) {
    scene.site(site -> site.administrator(A));
    scene.site(site -> site.administrator("boss@fabrikam.com"));
    CloudServiceClient a = scene.client(A);

    assertThat(scene.rejectionCode(a.administrators().remove(A))).isEqualTo("last-administrator");
    assertThat(scene.rejectionCode(a.administrators().remove("boss@fabrikam.com")))
        .isEqualTo("not-found");
  }
}
