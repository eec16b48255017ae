package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.User;
import java.util.List;

class UserListTest {
  private static final String ADMIN = "m@contoso.com";

  private static List<String> names(RuleContext scene, PagedCall<User> list) {
    return scene.list(list).stream()
        .map(user -> user.canonicalEmail().substring(0, user.canonicalEmail().indexOf('@')))
        .toList();
  }

  private static CloudServiceClient admin(RuleContext scene) {
    scene.site(
        site ->
            site.administrator(ADMIN)
                .invitedAdministrator("z@contoso.com")
                .user("Q@contoso.com")
                .activeUser("b@contoso.com")
                .applicationPrincipal("nightly-job"));
    scene.site(site -> site.administrator("boss@fabrikam.com").user("c@fabrikam.com"));
    return scene.client(ADMIN);
  }

  @EveryMode
  @Rule("D18")
  void everybodyOnAListIsShownAdministratorsIncluded(RuleContext scene) {
    List<User> all = scene.list(admin(scene).users().list());

    assertThat(all)
        .extracting(User::canonicalEmail)
        .containsExactly("b@contoso.com", "m@contoso.com", "q@contoso.com", "z@contoso.com");
    assertThat(all)
        .extracting(User::administrator)
        .containsExactly(
            AdministratorState.NONE,
            AdministratorState.ACTIVE,
            AdministratorState.NONE,
            AdministratorState.INVITED);
  }

  @EveryMode
  @Rule({"D18", "D14"})
  void whoIsOnNoListIsNotShown(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    scene.run(admin.users().remove(ADMIN).fromEveryList());

    assertThat(names(scene, admin.users().list())).containsExactly("b", "q", "z");
    assertThat(scene.list(admin.administrators().list())).hasSize(2);
  }

  @EveryMode
  @Rule({"D8", "D9", "D10"})
  void theListOfOneApplicationCanBeRead(RuleContext scene) {
    CloudServiceClient admin = admin(scene);

    assertThat(names(scene, admin.users().list().on(DASHBOARD)))
        .containsExactly("b", "m", "q", "z");
    assertThat(names(scene, admin.users().list().on(REMOTE_CONTROL))).containsExactly("b", "q");
    assertThat(names(scene, admin.users().list().remoteControl(ListState.INVITED)))
        .containsExactly("q");
    assertThat(names(scene, admin.users().list().on(DASHBOARD).remoteControl(ListState.ACTIVE)))
        .containsExactly("b");
  }

  @EveryMode
  @Rule("D6")
  void theBeginningOfAnAddressIsComparedInLowerCase(RuleContext scene) {
    CloudServiceClient admin = admin(scene);

    assertThat(names(scene, admin.users().list().emailStartingWith("Q@Con"))).containsExactly("q");
    assertThat(names(scene, admin.users().list().emailStartingWith("x"))).isEmpty();
  }
}
