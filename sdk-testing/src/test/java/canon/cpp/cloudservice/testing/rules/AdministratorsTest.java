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
  void aNewAdministratorIsInvitedAndJoinsTwoLists(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN));
    CloudServiceClient admin = scene.client(ADMIN);

    AddedAdministrator added = scene.run(admin.administrators().add(BOSS));

    assertThat(added.role()).isEqualTo(ChangeResult.ADDED);
    assertThat(added.administrator().state()).isEqualTo(AdministratorState.INVITED);
    assertThat(added.administrator().firstSignInAt()).isNull();
    assertThat(added.administrator().email()).isEqualTo(BOSS);
    assertThat(added.administrator().canonicalEmail()).isEqualTo("boss@contoso.com");
    assertThat(changes(added.changes()))
        .containsExactly("prismalytics-dashboard: added", "remote-match: added");
    assertThat(lists(scene.run(admin.users().get(BOSS))))
        .containsExactly(
            entry("prismalytics-dashboard", "active"), entry("remote-match", "active"));
  }

  @EveryMode
  @Rule({"D10", "D30"})
  void theFirstSignInMakesAnAdministratorActive(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).invitedAdministrator(BOSS));
    scene.fake().clock().advance(Duration.ofHours(3));

    SignedIn first = scene.run(scene.client(BOSS).session().signIn());
    SignedIn second = scene.run(scene.client(BOSS).session().signIn());

    assertThat(first.firstSignIn()).isTrue();
    assertThat(first.session().roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(second.firstSignIn()).isFalse();
    Administrator active = scene.run(scene.client(BOSS).administrators().get(BOSS));
    assertThat(active.state()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(active.addedAt()).isEqualTo(FakeClock.START);
    assertThat(active.firstSignInAt()).isEqualTo(FakeClock.START.plus(Duration.ofHours(3)));
  }

  @EveryMode
  @Rule("D11")
  void anInvitedAdministratorIsToldToSignInFirst(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).invitedAdministrator(BOSS));
    CloudServiceClient boss = scene.client(BOSS);

    for (var operation : AdministratorOperations.of(boss)) {
      assertThat(scene.rejectionCode(operation)).isEqualTo("sign-in-required");
    }

    scene.run(boss.session().signIn());
    assertThat(scene.run(boss.site().get()).id()).isEqualTo("sit_000001");
  }

  @EveryMode
  @Rule("D11")
  void anActiveAdministratorNeedNotSignInForEachToken(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN));
    scene.run(scene.client(ADMIN).site().get());

    assertThat(scene.run(scene.client(ADMIN).site().get()).id()).isEqualTo("sit_000001");
  }

  @EveryMode
  @Rule({"D10", "D11"})
  void whoSignedInAsUserBeforeStaysInvitedUntilTheNextSignIn(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user(BOSS));
    CloudServiceClient boss = scene.client(BOSS);
    scene.run(boss.session().signIn());
    scene.run(scene.client(ADMIN).administrators().add(BOSS));

    assertThat(scene.rejectionCode(boss.site().get())).isEqualTo("sign-in-required");
    assertThat(scene.run(boss.session().get()).roles()).isEmpty();
    SignedIn again = scene.run(boss.session().signIn());
    assertThat(again.firstSignIn()).isFalse();
    assertThat(again.session().roles()).containsExactly(Role.ADMINISTRATOR);
  }

  @EveryMode
  @Rule("D7")
  void onlyAnAdministratorAdministers(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).activeUser("john@contoso.com").user("jane@x.com"));
    CloudServiceClient active = scene.client("john@contoso.com");
    CloudServiceClient neverSeen = scene.client("jane@x.com");
    CloudServiceClient stranger = scene.client("stranger@contoso.com");

    for (var operation : AdministratorOperations.of(active)) {
      assertThat(scene.rejectionCode(operation)).isEqualTo("administrator-required");
    }
    for (var operation : AdministratorOperations.of(neverSeen)) {
      assertThat(scene.rejectionCode(operation)).isEqualTo("administrator-required");
    }
    for (var operation : AdministratorOperations.of(stranger)) {
      assertThat(scene.rejectionCode(operation)).isEqualTo("account-not-registered");
    }
    assertThat(scene.fake().log().entries()).noneMatch(entry -> entry.applied());
  }

  @EveryMode
  @Rule({"D10", "D15"})
  void addingAnAdministratorAgainRestoresTheTwoLists(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN));
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(admin.users().remove(ADMIN).from(DASHBOARD));

    AddedAdministrator again = scene.run(admin.administrators().add("ADMIN@contoso.com"));

    assertThat(again.role()).isEqualTo(ChangeResult.ALREADY_PRESENT);
    assertThat(again.administrator().state()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(changes(again.changes()))
        .containsExactly("prismalytics-dashboard: added", "remote-match: alreadyPresent");
  }

  @EveryMode
  @Rule({"D10", "D8"})
  void aUserWhoBecomesAdministratorStaysOnRemoteControl(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user(BOSS));
    CloudServiceClient admin = scene.client(ADMIN);

    AddedAdministrator added = scene.run(admin.administrators().add(BOSS));

    assertThat(added.role()).isEqualTo(ChangeResult.ADDED);
    assertThat(changes(added.changes()))
        .containsExactly("prismalytics-dashboard: alreadyPresent", "remote-match: alreadyPresent");
    assertThat(lists(scene.run(admin.users().get(BOSS))))
        .containsEntry("remote-control", "invited");
  }

  @EveryMode
  @Rule({"D3", "D16"})
  void somebodyOfAnotherSiteCannotBecomeAdministrator(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN));
    scene.site(site -> site.administrator("boss@fabrikam.com").user("user@fabrikam.com"));
    CloudServiceClient admin = scene.client(ADMIN);

    assertThat(scene.rejectionCode(admin.administrators().add("boss@fabrikam.com")))
        .isEqualTo("account-registered-elsewhere");
    assertThat(scene.rejectionCode(admin.administrators().add("user@fabrikam.com")))
        .isEqualTo("account-registered-elsewhere");
  }

  @EveryMode
  @Rule({"D10", "D2"})
  void administratorsAreFoundByIdAndByAddress(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).invitedAdministrator(BOSS).user("j@contoso.com"));
    scene.site(site -> site.administrator("boss@fabrikam.com"));
    CloudServiceClient admin = scene.client(ADMIN);

    Administrator boss = scene.run(admin.administrators().get("BOSS@CONTOSO.COM"));

    assertThat(boss.id()).startsWith("adm_");
    assertThat(scene.run(admin.administrators().get(boss.id()))).isEqualTo(boss);
    assertThat(scene.run(admin.administrators().find("j@contoso.com"))).isEmpty();
    assertThat(scene.run(admin.administrators().find("boss@fabrikam.com"))).isEmpty();
    assertThat(scene.list(admin.administrators().list()))
        .extracting(Administrator::canonicalEmail)
        .containsExactly("admin@contoso.com", "boss@contoso.com");
    assertThat(scene.list(admin.administrators().list().state(AdministratorState.INVITED)))
        .containsExactly(boss);
  }
}
