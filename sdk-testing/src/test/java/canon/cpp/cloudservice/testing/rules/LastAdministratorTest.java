package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.testing.rules.Users.lists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.NotAllowedException;
import canon.cpp.cloudservice.errors.RefusedException;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.RemovedAdministrator;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.Hold;
import java.util.concurrent.CompletableFuture;

class LastAdministratorTest {
  private static final String A = "a@contoso.com";
  private static final String B = "b@contoso.com";

  @EveryWay
  @Rule("D13")
  void theLastAdministratorCannotBeRemoved(Scene scene) {
    scene.site(site -> site.administrator(A).user("john@contoso.com"));

    RefusedException refusal = scene.refusal(scene.client(A).administrators().remove(A));

    assertThat(refusal).isInstanceOf(ConflictException.class);
    assertThat(refusal.code().id()).isEqualTo("last-administrator");
    assertThat(scene.run(scene.client(A).administrators().get(A)).state())
        .isEqualTo(AdministratorState.ACTIVE);
  }

  @EveryWay
  @Rule("D13")
  void onlyActiveAdministratorsCount(Scene scene) {
    scene.site(site -> site.administrator(A).invitedAdministrator(B));

    assertThat(scene.refusalCode(scene.client(A).administrators().remove(A)))
        .isEqualTo("last-administrator");

    scene.run(scene.client(B).session().signIn());
    assertThat(scene.run(scene.client(A).administrators().remove(A)).gone()).isFalse();
  }

  @EveryWay
  @Rule("D13")
  void anInvitedAdministratorCanAlwaysBeRemoved(Scene scene) {
    scene.site(site -> site.administrator(A).invitedAdministrator(B));

    RemovedAdministrator removed = scene.run(scene.client(A).administrators().remove(B));

    assertThat(removed.administrator().state()).isEqualTo(AdministratorState.INVITED);
    assertThat(scene.refusalCode(scene.client(B).site().get())).isEqualTo("administrator-required");
  }

  @EveryWay
  @Rule("D13")
  void administratorsMayRemoveThemselvesAndKeepTheirLists(Scene scene) {
    scene.site(site -> site.administrator(A).administrator(B));
    CloudServiceClient a = scene.client(A);

    RemovedAdministrator removed = scene.run(a.administrators().remove(A));

    assertThat(removed.administrator().state()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(removed.gone()).isFalse();
    assertThat(scene.refusalCode(a.users().list().page())).isEqualTo("administrator-required");
    var user = scene.run(scene.client(B).users().get(A));
    assertThat(user.administrator()).isEqualTo(AdministratorState.NONE);
    assertThat(lists(user)).hasSize(2);
  }

  @EveryWay
  @Rule({"D13", "D14"})
  void anAdministratorOnNoListIsGoneWithTheRole(Scene scene) {
    scene.site(site -> site.administrator(A).administrator(B));
    CloudServiceClient a = scene.client(A);
    scene.run(a.users().remove(B).fromEveryList());

    assertThat(scene.run(a.administrators().remove(B)).gone()).isTrue();
    assertThat(scene.refusalCode(scene.client(B).session().get()))
        .isEqualTo("account-not-registered");
  }

  @EveryWay
  @Rule("D13")
  void ofTwoWhoRemoveEachOtherAtOnceExactlyOneSucceeds(Scene scene) {
    scene.site(site -> site.administrator(A).administrator(B));
    Hold hold = scene.fake().faults().on("removeAdministrator").by(FakeAccount.of(A)).hold();

    CompletableFuture<RemovedAdministrator> fromA =
        scene.start(scene.client(A).administrators().remove(B));
    hold.reached().join();
    RemovedAdministrator fromB = scene.run(scene.client(B).administrators().remove(A));
    hold.release();

    assertThat(fromB.administrator().canonicalEmail()).isEqualTo(A);
    NotAllowedException refusal =
        catchThrowableOfType(NotAllowedException.class, () -> scene.await(fromA));
    assertThat(refusal.code().id()).isEqualTo("administrator-required");
    assertThat(scene.list(scene.client(B).administrators().list())).hasSize(1);
  }

  @EveryWay
  @Rule({"D10", "D13"})
  void whoBecomesAdministratorAgainIsInvitedAgain(Scene scene) {
    scene.site(site -> site.administrator(A).administrator(B));
    CloudServiceClient a = scene.client(A);
    var before = scene.run(a.administrators().remove(B)).administrator();

    var after = scene.run(a.administrators().add(B)).administrator();

    assertThat(after.state()).isEqualTo(AdministratorState.INVITED);
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(scene.run(a.administrators().find(before.id()))).isEmpty();
    assertThat(scene.refusalCode(scene.client(B).site().get())).isEqualTo("sign-in-required");
  }

  @EveryWay
  @Rule({"D13", "D2"})
  void administratorsOfAnotherSiteDoNotCountAndAreNotThere(Scene scene) {
    scene.site(site -> site.administrator(A));
    scene.site(site -> site.administrator("boss@fabrikam.com"));
    CloudServiceClient a = scene.client(A);

    assertThat(scene.refusalCode(a.administrators().remove(A))).isEqualTo("last-administrator");
    assertThat(scene.refusalCode(a.administrators().remove("boss@fabrikam.com")))
        .isEqualTo("not-found");
  }
}
