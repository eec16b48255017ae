package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.testing.rules.Users.changes;
import static canon.cpp.cloudservice.testing.rules.Users.lists;
import static canon.cpp.cloudservice.testing.rules.Users.onAllLists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.RefusedException;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeClock;

class AddingUsersTest {
  private static final String ADMIN = "admin@contoso.com";

  @EveryWay
  @Rule("D8")
  void aNewUserIsOnAllThreeListsAtOnce(Scene scene) {
    scene.site(site -> site.administrator(ADMIN));

    AddedUser added = scene.run(scene.client(ADMIN).users().add("john@contoso.com"));

    assertThat(changes(added.changes()))
        .containsExactly(
            "prismalytics-dashboard: added", "remote-match: added", "remote-control: added");
    assertThat(lists(added.user())).isEqualTo(onAllLists("invited"));
    assertThat(added.user().administrator()).isEqualTo(AdministratorState.NONE);
    assertThat(added.user().addedAt()).isEqualTo(FakeClock.START);
    assertThat(scene.run(scene.client(ADMIN).users().get("john@contoso.com")))
        .isEqualTo(added.user());
  }

  @EveryWay
  @Rule("D6")
  void anAddressIsKeptAsTypedAndInItsCanonicalForm(Scene scene) {
    scene.site(site -> site.administrator(ADMIN));

    User google = scene.run(scene.client(ADMIN).users().add("John.Doe@gmail.com")).user();
    User other = scene.run(scene.client(ADMIN).users().add("Jane.Roe+Press@Bücher.example")).user();

    assertThat(google.email()).isEqualTo("John.Doe@gmail.com");
    assertThat(google.canonicalEmail()).isEqualTo("johndoe@gmail.com");
    assertThat(other.email()).isEqualTo("Jane.Roe+Press@Bücher.example");
    assertThat(other.canonicalEmail()).isEqualTo("jane.roe+press@xn--bcher-kva.example");
  }

  @EveryWay
  @Rule("D6")
  void everySpellingOfAnAddressIsTheSamePerson(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user("John.Doe@gmail.com"));
    CloudServiceClient admin = scene.client(ADMIN);

    User found = scene.run(admin.users().get("j.o.h.n.d.o.e@GMAIL.com"));
    AddedUser again = scene.run(admin.users().add("johndoe@gmail.com"));

    assertThat(found.email()).isEqualTo("John.Doe@gmail.com");
    assertThat(again.user()).isEqualTo(found);
  }

  @EveryWay
  @Rule({"D6", "D2"})
  void googlesTwoDomainsAndATagMakeOtherPeople(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user("john@gmail.com"));
    CloudServiceClient admin = scene.client(ADMIN);

    assertThat(scene.run(admin.users().find("john@googlemail.com"))).isEmpty();
    assertThat(scene.run(admin.users().find("john+press@gmail.com"))).isEmpty();
  }

  @EveryWay
  @Rule("D6")
  void aQuotedAddressIsRefused(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user("john@contoso.com"));

    for (String quoted : new String[] {"\"john\"@contoso.com", "\"jo@hn\"@contoso.com"}) {
      RefusedException refusal = scene.refusal(scene.client(ADMIN).users().add(quoted));

      assertThat(refusal)
          .isInstanceOfSatisfying(
              InvalidRequestException.class,
              e ->
                  assertThat(e.fieldErrors())
                      .extracting(FieldError::field, FieldError::code)
                      .containsExactly(tuple("email", "malformed")))
          .hasMessageNotContaining("contoso");
    }
  }

  @EveryWay
  @Rule("D15")
  void addingSomebodyWhoIsThereChangesNothing(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).activeUser("john@contoso.com"));

    AddedUser again = scene.run(scene.client(ADMIN).users().add("john@contoso.com"));

    assertThat(changes(again.changes()))
        .containsExactly(
            "prismalytics-dashboard: alreadyPresent",
            "remote-match: alreadyPresent",
            "remote-control: alreadyPresent");
    assertThat(lists(again.user())).isEqualTo(onAllLists("active"));
  }

  @EveryWay
  @Rule("D15")
  void addingRestoresTheListsThatAreMissing(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).activeUser("john@contoso.com"));
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(admin.users().remove("john@contoso.com").from(REMOTE_MATCH));

    AddedUser again = scene.run(admin.users().add("john@contoso.com"));

    assertThat(changes(again.changes()))
        .containsExactly(
            "prismalytics-dashboard: alreadyPresent",
            "remote-match: added",
            "remote-control: alreadyPresent");
    assertThat(lists(again.user())).isEqualTo(onAllLists("active"));
  }

  @EveryWay
  @Rule({"D8", "D9", "D15"})
  void anActiveUserWhoWasRemovedComesBackAsInvited(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).activeUser("john@contoso.com"));
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(admin.users().remove("john@contoso.com").from(REMOTE_CONTROL));

    AddedUser again = scene.run(admin.users().add("john@contoso.com"));

    assertThat(lists(again.user())).isEqualTo(onAllLists("invited"));
  }

  @EveryWay
  @Rule({"D15", "D10"})
  void anAdministratorJoinsRemoteControlByBeingAddedAsUser(Scene scene) {
    scene.site(site -> site.administrator(ADMIN));

    AddedUser added = scene.run(scene.client(ADMIN).users().add(ADMIN));

    assertThat(changes(added.changes()))
        .containsExactly(
            "prismalytics-dashboard: alreadyPresent",
            "remote-match: alreadyPresent",
            "remote-control: added");
    assertThat(added.user().administrator()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(added.user().stateOn(DASHBOARD)).isPresent();
  }

  @EveryWay
  @Rule({"D16", "D2"})
  void anAddressOfAnotherSiteIsAConflictThatDoesNotRevealTheSite(Scene scene) {
    scene.site(site -> site.administrator(ADMIN));
    scene.site(site -> site.administrator("boss@fabrikam.com").user("John.Doe@gmail.com"));

    RefusedException refusal = scene.refusal(scene.client(ADMIN).users().add("johndoe@gmail.com"));

    assertThat(refusal).isInstanceOf(ConflictException.class);
    assertThat(refusal.code().id()).isEqualTo("account-registered-elsewhere");
    assertThat(refusal.problem().toString()).doesNotContain("sit_").doesNotContain("fabrikam");
  }

  @EveryWay
  @Rule({"D3", "D16"})
  void anAdministratorOfAnotherSiteIsAConflictToo(Scene scene) {
    scene.site(site -> site.administrator(ADMIN));
    scene.site(site -> site.administrator("boss@fabrikam.com"));

    assertThat(scene.refusalCode(scene.client(ADMIN).users().add("boss@fabrikam.com")))
        .isEqualTo("account-registered-elsewhere");
  }

  @EveryWay
  @Rule({"D2", "D14", "D16"})
  void whoIsGoneFromOneSiteIsFreeForAnother(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user("john@contoso.com"));
    scene.site(site -> site.administrator("boss@fabrikam.com"));
    CloudServiceClient boss = scene.client("boss@fabrikam.com");
    assertThat(scene.run(boss.users().find("john@contoso.com"))).isEmpty();

    scene.run(scene.client(ADMIN).users().remove("john@contoso.com").fromEveryList());

    assertThat(lists(scene.run(boss.users().add("john@contoso.com")).user()))
        .isEqualTo(onAllLists("invited"));
  }

  @EveryWay
  @Rule("D5")
  void aCompanyAddressCanBelongToEitherProvider(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user("ann@contoso.com").user("bob@contoso.com"));

    var ann = scene.run(scene.client(FakeAccount.google("ann@contoso.com")).session().signIn());
    var bob = scene.run(scene.client(FakeAccount.microsoft("bob@contoso.com")).session().signIn());

    assertThat(ann.session().account().provider().id()).isEqualTo("google");
    assertThat(bob.session().account().provider().id()).isEqualTo("microsoft");
  }
}
