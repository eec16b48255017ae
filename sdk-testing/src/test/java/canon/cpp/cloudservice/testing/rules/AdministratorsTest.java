package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.testing.rules.Users.changes;
import static canon.cpp.cloudservice.testing.rules.Users.lists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.membership.AddedAdministrator;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.SignedIn;
import canon.cpp.cloudservice.testing.FakeClock;
import java.time.Duration;

class AdministratorsTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final String BOSS = "Boss@contoso.com";

  @EveryMode
  @Rule("D10")
  void aNewAdministratorIsInvitedAndJoinsTwoLists(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));
    CloudServiceClient admin = context.client(ADMIN);

    AddedAdministrator added = context.run(admin.administrators().add(BOSS));

    assertThat(added.role()).isEqualTo(ChangeResult.ADDED);
    assertThat(added.administrator().state()).isEqualTo(AdministratorState.INVITED);
    assertThat(added.administrator().firstSignInAt()).isNull();
    assertThat(added.administrator().email()).isEqualTo(BOSS);
    assertThat(added.administrator().canonicalEmail()).isEqualTo("boss@contoso.com");
    assertThat(changes(added.changes()))
        .containsExactly("prismalytics-dashboard: added", "remote-match: added");
    assertThat(lists(context.run(admin.users().get(BOSS))))
        .containsExactly(
            entry("prismalytics-dashboard", "active"), entry("remote-match", "active"));
  }

  @EveryMode
  @Rule({"D10", "D30"})
  void theFirstSignInMakesAnAdministratorActive(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).invitedAdministrator(BOSS));
    context.fake().clock().advance(Duration.ofHours(3));

    SignedIn first = context.run(context.client(BOSS).session().signIn());
    SignedIn second = context.run(context.client(BOSS).session().signIn());

    assertThat(first.firstSignIn()).isTrue();
    assertThat(first.session().roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(second.firstSignIn()).isFalse();
    Administrator active = context.run(context.client(BOSS).administrators().get(BOSS));
    assertThat(active.state()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(active.addedAt()).isEqualTo(FakeClock.START);
    assertThat(active.firstSignInAt()).isEqualTo(FakeClock.START.plus(Duration.ofHours(3)));
  }

  @EveryMode
  @Rule("D11")
  void anInvitedAdministratorIsToldToSignInFirst(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).invitedAdministrator(BOSS));
    CloudServiceClient boss = context.client(BOSS);

    rejectsAll(context, boss, "sign-in-required");

    context.run(boss.session().signIn());
    assertThat(context.run(boss.site().get()).id()).isEqualTo("sit_000001");
  }

  @EveryMode
  @Rule("D11")
  void anActiveAdministratorSignsInOnlyOnce(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));
    context.run(context.client(ADMIN).site().get());

    assertThat(context.run(context.client(ADMIN).site().get()).id()).isEqualTo("sit_000001");
  }

  @EveryMode
  @Rule({"D10", "D11"})
  void aSignedInUserWhoBecomesAdministratorIsInvitedUntilTheNextSignIn(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(BOSS));
    CloudServiceClient boss = context.client(BOSS);
    context.run(boss.session().signIn());
    context.run(context.client(ADMIN).administrators().add(BOSS));

    assertThat(context.rejectionCode(boss.site().get())).isEqualTo("sign-in-required");
    assertThat(context.run(boss.session().get()).roles()).isEmpty();
    SignedIn again = context.run(boss.session().signIn());
    assertThat(again.firstSignIn()).isFalse();
    assertThat(again.session().roles()).containsExactly(Role.ADMINISTRATOR);
  }

  @EveryMode
  @Rule("D7")
  void onlyAnAdministratorAdministers(RuleContext context) {
    context.site(
        site -> site.administrator(ADMIN).activeUser("john@contoso.com").user("jane@x.com"));
    CloudServiceClient active = context.client("john@contoso.com");
    CloudServiceClient neverSeen = context.client("jane@x.com");
    CloudServiceClient stranger = context.client("stranger@contoso.com");

    rejectsAll(context, active, "administrator-required");
    rejectsAll(context, neverSeen, "administrator-required");
    rejectsAll(context, stranger, "account-not-registered");
    assertThat(context.fake().log().entries()).noneMatch(entry -> entry.applied());
  }

  @EveryMode
  @Rule({"D10", "D15"})
  void addingAnAdministratorAgainRestoresTheTwoLists(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));
    CloudServiceClient admin = context.client(ADMIN);
    context.run(admin.users().remove(ADMIN).from(DASHBOARD));

    AddedAdministrator again = context.run(admin.administrators().add("ADMIN@contoso.com"));

    assertThat(again.role()).isEqualTo(ChangeResult.ALREADY_PRESENT);
    assertThat(again.administrator().state()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(changes(again.changes()))
        .containsExactly("prismalytics-dashboard: added", "remote-match: alreadyPresent");
  }

  @EveryMode
  @Rule({"D10", "D8"})
  void aUserWhoBecomesAdministratorStaysOnRemoteControl(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(BOSS));
    CloudServiceClient admin = context.client(ADMIN);

    AddedAdministrator added = context.run(admin.administrators().add(BOSS));

    assertThat(added.role()).isEqualTo(ChangeResult.ADDED);
    assertThat(changes(added.changes()))
        .containsExactly("prismalytics-dashboard: alreadyPresent", "remote-match: alreadyPresent");
    assertThat(lists(context.run(admin.users().get(BOSS))))
        .containsEntry("remote-control", "invited");
  }

  @EveryMode
  @Rule({"D3", "D16"})
  void aMemberOfAnotherSiteCannotBecomeAdministrator(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));
    context.site(site -> site.administrator("boss@fabrikam.com").user("user@fabrikam.com"));
    CloudServiceClient admin = context.client(ADMIN);

    assertThat(context.rejectionCode(admin.administrators().add("boss@fabrikam.com")))
        .isEqualTo("account-registered-elsewhere");
    assertThat(context.rejectionCode(admin.administrators().add("user@fabrikam.com")))
        .isEqualTo("account-registered-elsewhere");
  }

  @EveryMode
  @Rule({"D10", "D2"})
  void administratorsAreFoundByIdAndByAddress(RuleContext context) {
    context.site(
        site -> site.administrator(ADMIN).invitedAdministrator(BOSS).user("j@contoso.com"));
    context.site(site -> site.administrator("boss@fabrikam.com"));
    CloudServiceClient admin = context.client(ADMIN);

    Administrator boss = context.run(admin.administrators().get("BOSS@CONTOSO.COM"));

    assertThat(boss.id()).startsWith("adm_");
    assertThat(context.run(admin.administrators().get(boss.id()))).isEqualTo(boss);
    assertThat(context.run(admin.administrators().find("j@contoso.com"))).isEmpty();
    assertThat(context.run(admin.administrators().find("boss@fabrikam.com"))).isEmpty();
    assertThat(context.list(admin.administrators().list()))
        .extracting(Administrator::canonicalEmail)
        .containsExactly("admin@contoso.com", "boss@contoso.com");
    assertThat(context.list(admin.administrators().list().state(AdministratorState.INVITED)))
        .containsExactly(boss);
  }

  @EveryMode
  @Rule("D10")
  void signInRestoresNoList(RuleContext scene) {
    scene.site(site -> site.administrator("admin@contoso.com"));
    CloudServiceClient admin = scene.client("admin@contoso.com");
    scene.run(admin.administrators().add("boss@contoso.com"));
    assertThat(scene.run(admin.users().get("boss@contoso.com")).applications())
        .as("the administrator joins the lists at once")
        .hasSize(2);
    scene.run(admin.users().remove("boss@contoso.com").fromEveryList());

    scene.run(scene.client("boss@contoso.com").session().signIn());

    assertThat(scene.run(admin.users().find("boss@contoso.com"))).isEmpty();
    assertThat(scene.run(admin.administrators().get("boss@contoso.com")).state())
        .isEqualTo(AdministratorState.ACTIVE);
  }

  private static void rejectsAll(RuleContext context, CloudServiceClient client, String code) {
    assertThat(AdministratorOperations.of(client))
        .allSatisfy(call -> assertThat(context.rejectionCode(call)).isEqualTo(code));
  }
}
