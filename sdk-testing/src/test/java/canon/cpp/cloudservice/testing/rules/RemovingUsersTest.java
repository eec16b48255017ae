package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.testing.rules.Users.changes;
import static canon.cpp.cloudservice.testing.rules.Users.lists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.RemovedUser;

class RemovingUsersTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final String JOHN = "john@contoso.com";

  @EveryWay
  @Rule("D12")
  void aUserLeavesSeveralListsInOneStep(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).activeUser(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);

    RemovedUser removed =
        scene.run(admin.users().remove("JOHN@contoso.com").from(REMOTE_MATCH, DASHBOARD));

    assertThat(changes(removed.changes()))
        .containsExactly("prismalytics-dashboard: removed", "remote-match: removed");
    assertThat(removed.gone()).isFalse();
    assertThat(lists(removed.user())).containsExactly(entry("remote-control", "active"));
    assertThat(scene.run(admin.users().get(JOHN))).isEqualTo(removed.user());
  }

  @EveryWay
  @Rule("D12")
  void leavingAListThatOneIsNotOnIsSaid(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(admin.users().remove(JOHN).from(REMOTE_MATCH));

    RemovedUser again = scene.run(admin.users().remove(JOHN).from(REMOTE_MATCH, DASHBOARD));

    assertThat(changes(again.changes()))
        .containsExactly("prismalytics-dashboard: removed", "remote-match: notPresent");
  }

  @EveryWay
  @Rule("D12")
  void severalListsAreOneStepOrNone(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);

    String code =
        scene.refusalCode(
            admin.users().remove(JOHN).from(DASHBOARD, REMOTE_MATCH, Application.of("fax")));

    assertThat(code).isEqualTo("validation-failed");
    assertThat(lists(scene.run(admin.users().get(JOHN)))).hasSize(3);
  }

  @EveryWay
  @Rule({"D12", "D14"})
  void whoIsOnNoListAndHasNoRoleIsGone(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);

    RemovedUser removed = scene.run(admin.users().remove(JOHN).fromEveryList());

    assertThat(changes(removed.changes()))
        .containsExactly(
            "prismalytics-dashboard: removed", "remote-match: removed", "remote-control: removed");
    assertThat(removed.gone()).isTrue();
    assertThat(removed.user().applications()).isEmpty();
    assertThat(scene.run(admin.users().find(JOHN))).isEmpty();
    assertThat(scene.refusal(admin.users().remove(JOHN).fromEveryList()))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.resource()).contains("user"));
    assertThat(scene.refusalCode(scene.client(JOHN).session().signIn()))
        .isEqualTo("account-not-registered");
  }

  @EveryWay
  @Rule("D14")
  void theLastListMakesTheDifference(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);

    assertThat(scene.run(admin.users().remove(JOHN).from(REMOTE_MATCH, DASHBOARD)).gone())
        .isFalse();
    assertThat(scene.run(admin.users().remove(JOHN).from(REMOTE_CONTROL)).gone()).isTrue();
  }

  @EveryWay
  @Rule({"D14", "D33"})
  void nothingOfWhoIsGoneIsKept(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(scene.client(JOHN).session().signIn());
    String before = scene.run(admin.users().get(JOHN)).id();
    scene.run(admin.users().remove(JOHN).fromEveryList());

    scene.run(admin.users().add(JOHN));

    assertThat(scene.run(admin.users().get(JOHN)).id()).isNotEqualTo(before);
    assertThat(scene.refusalCode(scene.client(JOHN).session().get())).isEqualTo("sign-in-required");
    assertThat(
            scene
                .run(scene.client(scene.fake().account(JOHN).withSubject("new")).session().signIn())
                .firstSignIn())
        .isTrue();
  }

  @EveryWay
  @Rule({"D12", "D14"})
  void anAdministratorWhoLeavesEveryListKeepsTheRole(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).administrator("boss@contoso.com"));
    CloudServiceClient admin = scene.client(ADMIN);

    RemovedUser removed = scene.run(admin.users().remove("boss@contoso.com").fromEveryList());

    assertThat(removed.gone()).isFalse();
    assertThat(removed.user().administrator()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(scene.run(admin.users().find("boss@contoso.com"))).isEmpty();
    assertThat(scene.run(admin.administrators().get("boss@contoso.com")).state())
        .isEqualTo(AdministratorState.ACTIVE);
    assertThat(scene.list(scene.client("boss@contoso.com").users().list())).hasSize(1);
  }

  @EveryWay
  @Rule({"D12", "D9"})
  void anAdministratorWhoLeavesRemoteControlLosesIt(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).activeUser(ADMIN));
    CloudServiceClient admin = scene.client(ADMIN);
    assertThat(scene.run(admin.remoteControl().activate()).firstActivation()).isFalse();

    scene.run(admin.users().remove(ADMIN).from(REMOTE_CONTROL));

    assertThat(scene.refusalCode(admin.remoteControl().activate()))
        .isEqualTo("not-on-remote-control-list");
    assertThat(scene.run(admin.site().get()).id()).isEqualTo("sit_000001");
  }

  @EveryWay
  @Rule({"D2", "D12"})
  void aUserOfAnotherSiteIsNotThere(Scene scene) {
    scene.site(site -> site.administrator(ADMIN));
    scene.site(site -> site.administrator("boss@fabrikam.com").user(JOHN));
    String id = scene.run(scene.client("boss@fabrikam.com").users().get(JOHN)).id();
    CloudServiceClient admin = scene.client(ADMIN);

    assertThat(scene.refusalCode(admin.users().remove(JOHN).fromEveryList()))
        .isEqualTo("not-found");
    assertThat(scene.refusalCode(admin.users().remove(id).fromEveryList())).isEqualTo("not-found");
    assertThat(scene.run(admin.users().find(id))).isEmpty();
  }
}
