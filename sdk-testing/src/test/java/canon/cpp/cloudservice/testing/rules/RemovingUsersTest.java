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

  @EveryMode
  @Rule("D12")
  void aUserLeavesSeveralListsInOneStep(RuleContext scene) {
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

  @EveryMode
  @Rule("D12")
  void leavingAListThatOneIsNotOnIsSaid(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(admin.users().remove(JOHN).from(REMOTE_MATCH));

    RemovedUser again = scene.run(admin.users().remove(JOHN).from(REMOTE_MATCH, DASHBOARD));

    assertThat(changes(again.changes()))
        .containsExactly("prismalytics-dashboard: removed", "remote-match: notPresent");
  }

  @EveryMode
  @Rule("D12")
  void severalListsAreOneStepOrNone(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);

    String code =
        scene.rejectionCode(
            admin.users().remove(JOHN).from(DASHBOARD, REMOTE_MATCH, Application.of("fax")));

    assertThat(code).isEqualTo("validation-failed");
    assertThat(lists(scene.run(admin.users().get(JOHN)))).hasSize(3);
  }

  @EveryMode
  @Rule({"D12", "D14"})
  void whoIsOnNoListAndHasNoRoleIsGone(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);

    RemovedUser removed = scene.run(admin.users().remove(JOHN).fromEveryList());

    assertThat(changes(removed.changes()))
        .containsExactly(
            "prismalytics-dashboard: removed", "remote-match: removed", "remote-control: removed");
    assertThat(removed.gone()).isTrue();
    assertThat(removed.user().applications()).isEmpty();
    assertThat(scene.run(admin.users().find(JOHN))).isEmpty();
    assertThat(scene.rejection(admin.users().remove(JOHN).fromEveryList()))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.resource()).contains("user"));
    assertThat(scene.rejectionCode(scene.client(JOHN).session().signIn()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule("D14")
  void theLastListMakesTheDifference(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);

    assertThat(scene.run(admin.users().remove(JOHN).from(REMOTE_MATCH, DASHBOARD)).gone())
        .isFalse();
    assertThat(scene.run(admin.users().remove(JOHN).from(REMOTE_CONTROL)).gone()).isTrue();
  }

  @EveryMode
  @Rule({"D14", "D33"})
  void nothingOfWhoIsGoneIsKept(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(scene.client(JOHN).session().signIn());
    String before = scene.run(admin.users().get(JOHN)).id();
    scene.run(admin.users().remove(JOHN).fromEveryList());

    scene.run(admin.users().add(JOHN));

    assertThat(scene.run(admin.users().get(JOHN)).id()).isNotEqualTo(before);
    assertThat(scene.rejectionCode(scene.client(JOHN).session().get()))
        .isEqualTo("sign-in-required");
    assertThat(
            scene
                .run(scene.client(scene.fake().account(JOHN).withSubject("new")).session().signIn())
                .firstSignIn())
        .isTrue();
  }

  @EveryMode
  @Rule({"D12", "D14"})
  void anAdministratorWhoLeavesEveryListKeepsTheRole(RuleContext scene) {
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

  @EveryMode
  @Rule({"D12", "D9"})
  void anAdministratorWhoLeavesRemoteControlLosesIt(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).activeUser(ADMIN));
    CloudServiceClient admin = scene.client(ADMIN);
    assertThat(scene.run(admin.remoteControl().activate()).firstActivation()).isFalse();

    scene.run(admin.users().remove(ADMIN).from(REMOTE_CONTROL));

    assertThat(scene.rejectionCode(admin.remoteControl().activate()))
        .isEqualTo("not-on-remote-control-list");
    assertThat(scene.run(admin.site().get()).id()).isEqualTo("sit_000001");
  }

  @EveryMode
  @Rule({"D2", "D12"})
  void aUserOfAnotherSiteIsNotThere(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN));
    scene.site(site -> site.administrator("boss@fabrikam.com").user(JOHN));
    String id = scene.run(scene.client("boss@fabrikam.com").users().get(JOHN)).id();
    CloudServiceClient admin = scene.client(ADMIN);

    assertThat(scene.rejectionCode(admin.users().remove(JOHN).fromEveryList()))
        .isEqualTo("not-found");
    assertThat(scene.rejectionCode(admin.users().remove(id).fromEveryList()))
        .isEqualTo("not-found");
    assertThat(scene.run(admin.users().find(id))).isEmpty();
  }
}
