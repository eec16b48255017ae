package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.ListUsers;
import canon.cpp.cloudservice.membership.User;
import java.util.List;

class UserListTest {
  private static final String ADMIN = "m@contoso.com";

  private static List<String> names(RuleContext context, PagedCall<User> list) {
    return context.list(list).stream()
        .map(user -> user.canonicalEmail().substring(0, user.canonicalEmail().indexOf('@')))
        .toList();
  }

  private static CloudServiceClient admin(RuleContext context) {
    context.site(
        site ->
            site.administrator(ADMIN)
                .invitedAdministrator("z@contoso.com")
                .user("Q@contoso.com")
                .activeUser("b@contoso.com")
                .applicationPrincipal("nightly-job"));
    context.site(site -> site.administrator("boss@fabrikam.com").user("c@fabrikam.com"));
    return context.client(ADMIN);
  }

  @EveryMode
  @Rule("D18")
  void everyMemberOfAListIsShownIncludingAdministrators(RuleContext context) {
    List<User> all = context.list(admin(context).users().list());

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
  @Rule("D18")
  void aListThatIsReadOnePageAheadHasTheSameUsers(RuleContext context) {
    ListUsers list = admin(context).users().list().pageSize(1);

    assertThat(names(context, list.prefetch())).isEqualTo(names(context, list)).hasSize(4);
  }

  @EveryMode
  @Rule({"D18", "D14"})
  void membersOnNoListAreNotShown(RuleContext context) {
    CloudServiceClient admin = admin(context);
    context.run(admin.users().remove(ADMIN).fromEveryList());

    assertThat(names(context, admin.users().list())).containsExactly("b", "q", "z");
    assertThat(context.list(admin.administrators().list())).hasSize(2);
  }

  @EveryMode
  @Rule({"D8", "D9", "D10"})
  void theListOfOneApplicationCanBeRead(RuleContext context) {
    CloudServiceClient admin = admin(context);

    assertThat(names(context, admin.users().list().on(DASHBOARD)))
        .containsExactly("b", "m", "q", "z");
    assertThat(names(context, admin.users().list().on(REMOTE_CONTROL))).containsExactly("b", "q");
    assertThat(names(context, admin.users().list().remoteControl(ListState.INVITED)))
        .containsExactly("q");
    assertThat(names(context, admin.users().list().on(DASHBOARD).remoteControl(ListState.ACTIVE)))
        .containsExactly("b");
  }

  @EveryMode
  @Rule("D6")
  void addressPrefixesAreComparedInLowerCase(RuleContext context) {
    CloudServiceClient admin = admin(context);

    assertThat(names(context, admin.users().list().emailStartingWith("Q@Con")))
        .containsExactly("q");
    assertThat(names(context, admin.users().list().emailStartingWith("x"))).isEmpty();
  }
}
