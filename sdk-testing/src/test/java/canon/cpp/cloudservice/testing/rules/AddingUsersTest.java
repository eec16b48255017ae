package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.testing.rules.Users.changes;
import static canon.cpp.cloudservice.testing.rules.Users.lists;
import static canon.cpp.cloudservice.testing.rules.Users.onAllLists;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ResolvedAddress;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeClock;
import java.util.List;

class AddingUsersTest {
  private static final String ADMIN = "admin@contoso.com";

  @EveryMode
  @Rule("D8")
  void aNewUserIsOnAllThreeListsAtOnce(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));

    AddedUser added = context.run(context.client(ADMIN).users().add("john@contoso.com"));

    assertThat(changes(added.changes()))
        .containsExactly(
            "prismalytics-dashboard: added", "remote-match: added", "remote-control: added");
    assertThat(lists(added.user())).isEqualTo(onAllLists("invited"));
    assertThat(added.user().administrator()).isEqualTo(AdministratorState.NONE);
    assertThat(added.user().addedAt()).isEqualTo(FakeClock.START);
    assertThat(context.run(context.client(ADMIN).users().get("john@contoso.com")))
        .isEqualTo(added.user());
  }

  @EveryMode
  @Rule("D6")
  void anAddressIsKeptAsTypedAndInItsCanonicalForm(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));

    User google = context.run(context.client(ADMIN).users().add("John.Doe@gmail.com")).user();
    User other =
        context.run(context.client(ADMIN).users().add("Jane.Roe+Press@Bücher.example")).user();

    assertThat(google.email()).isEqualTo("John.Doe@gmail.com");
    assertThat(google.canonicalEmail()).isEqualTo("johndoe@gmail.com");
    assertThat(other.email()).isEqualTo("Jane.Roe+Press@Bücher.example");
    assertThat(other.canonicalEmail()).isEqualTo("jane.roe+press@xn--bcher-kva.example");
  }

  @EveryMode
  @Rule("D6")
  void everySpellingOfAnAddressIsTheSameUser(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user("John.Doe@gmail.com"));
    CloudServiceClient admin = context.client(ADMIN);

    User found = context.run(admin.users().get("j.o.h.n.d.o.e@GMAIL.com"));
    AddedUser again = context.run(admin.users().add("johndoe@gmail.com"));

    assertThat(found.email()).isEqualTo("John.Doe@gmail.com");
    assertThat(again.user()).isEqualTo(found);
  }

  @EveryMode
  @Rule({"D6", "D2"})
  void anotherGoogleDomainOrATagIsAnotherUser(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user("john@gmail.com"));
    CloudServiceClient admin = context.client(ADMIN);

    assertThat(context.run(admin.users().find("john@googlemail.com"))).isEmpty();
    assertThat(context.run(admin.users().find("john+press@gmail.com"))).isEmpty();
  }

  @EveryMode
  @Rule("D6")
  void aQuotedAddressIsRejected(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user("john@contoso.com"));

    for (String quoted : new String[] {"\"john\"@contoso.com", "\"jo@hn\"@contoso.com"}) {
      RejectedException rejection = context.rejection(context.client(ADMIN).users().add(quoted));

      assertThat(rejection)
          .isInstanceOfSatisfying(
              InvalidRequestException.class,
              e ->
                  assertThat(e.fieldErrors())
                      .extracting(FieldError::field, FieldError::code)
                      .containsExactly(tuple("email", "malformed")))
          .hasMessageNotContaining("contoso");
    }
  }

  @EveryMode
  @Rule("D6")
  void anAddressWithTypographicQuotationMarksOrInvisibleCharactersIsRejected(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));
    CloudServiceClient admin = context.client(ADMIN);

    for (String pasted :
        new String[] {
          "\u201cjohn@contoso.com\u201d",
          "john@contoso.com\u201d",
          "jo\u200bhn@contoso.com",
          "john@conto\u00adso.com",
          "john@contoso.xn--com-9o0a"
        }) {
      assertThat(context.rejection(admin.users().add(pasted)))
          .isInstanceOfSatisfying(
              InvalidRequestException.class,
              e ->
                  assertThat(e.fieldErrors())
                      .extracting(FieldError::field, FieldError::code)
                      .containsExactly(tuple("email", "malformed")))
          .hasMessageNotContaining("contoso");
    }
    assertThat(admin.users().list().stream()).extracting(User::email).containsExactly(ADMIN);
  }

  @EveryMode
  @Rule("D6")
  void domainsThatOlderRulesTurnedIntoOneAreTwo(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user("a@fass.de"));
    CloudServiceClient admin = context.client(ADMIN);

    User added = context.run(admin.users().add("a@faß.de")).user();

    assertThat(added.canonicalEmail()).isEqualTo("a@xn--fa-hia.de");
    assertThat(context.run(admin.users().get("A@FAẞ.de")).id()).isEqualTo(added.id());
    assertThat(context.run(admin.users().get("a@fass.de")).id()).isNotEqualTo(added.id());
  }

  @EveryMode
  @Rule("D15")
  void addingAPresentUserChangesNothing(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).activeUser("john@contoso.com"));

    AddedUser again = context.run(context.client(ADMIN).users().add("john@contoso.com"));

    assertThat(changes(again.changes()))
        .containsExactly(
            "prismalytics-dashboard: alreadyPresent",
            "remote-match: alreadyPresent",
            "remote-control: alreadyPresent");
    assertThat(lists(again.user())).isEqualTo(onAllLists("active"));
  }

  @EveryMode
  @Rule("D15")
  void addingRestoresMissingLists(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).activeUser("john@contoso.com"));
    CloudServiceClient admin = context.client(ADMIN);
    context.run(admin.users().remove("john@contoso.com").from(REMOTE_MATCH));

    AddedUser again = context.run(admin.users().add("john@contoso.com"));

    assertThat(changes(again.changes()))
        .containsExactly(
            "prismalytics-dashboard: alreadyPresent",
            "remote-match: added",
            "remote-control: alreadyPresent");
    assertThat(lists(again.user())).isEqualTo(onAllLists("active"));
  }

  @EveryMode
  @Rule({"D8", "D9", "D15"})
  void aRemovedActiveUserIsInvitedAgain(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).activeUser("john@contoso.com"));
    CloudServiceClient admin = context.client(ADMIN);
    context.run(admin.users().remove("john@contoso.com").from(REMOTE_CONTROL));

    AddedUser again = context.run(admin.users().add("john@contoso.com"));

    assertThat(lists(again.user())).isEqualTo(onAllLists("invited"));
  }

  @EveryMode
  @Rule({"D15", "D10"})
  void anAdministratorJoinsRemoteControlByBeingAddedAsUser(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));

    AddedUser added = context.run(context.client(ADMIN).users().add(ADMIN));

    assertThat(changes(added.changes()))
        .containsExactly(
            "prismalytics-dashboard: alreadyPresent",
            "remote-match: alreadyPresent",
            "remote-control: added");
    assertThat(added.user().administrator()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(added.user().stateOn(DASHBOARD)).isPresent();
  }

  @EveryMode
  @Rule({"D16", "D2"})
  void anAddressOfAnotherSiteIsAConflictThatDoesNotRevealTheSite(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));
    context.site(site -> site.administrator("boss@fabrikam.com").user("John.Doe@gmail.com"));

    RejectedException rejection =
        context.rejection(context.client(ADMIN).users().add("johndoe@gmail.com"));

    assertThat(rejection).isInstanceOf(ConflictException.class);
    assertThat(rejection.code().id()).isEqualTo("account-registered-elsewhere");
    assertThat(rejection.problem().toString()).doesNotContain("sit_").doesNotContain("fabrikam");
  }

  @EveryMode
  @Rule({"D3", "D16"})
  void anAdministratorOfAnotherSiteIsAConflict(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));
    context.site(site -> site.administrator("boss@fabrikam.com"));

    assertThat(context.rejectionCode(context.client(ADMIN).users().add("boss@fabrikam.com")))
        .isEqualTo("account-registered-elsewhere");
  }

  @EveryMode
  @Rule({"D2", "D14", "D16"})
  void aUserRemovedFromOneSiteCanBeAddedToAnother(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user("john@contoso.com"));
    context.site(site -> site.administrator("boss@fabrikam.com"));
    CloudServiceClient boss = context.client("boss@fabrikam.com");
    assertThat(context.run(boss.users().find("john@contoso.com"))).isEmpty();

    context.run(context.client(ADMIN).users().remove("john@contoso.com").fromEveryList());

    assertThat(lists(context.run(boss.users().add("john@contoso.com")).user()))
        .isEqualTo(onAllLists("invited"));
  }

  @EveryMode
  @Rule("D5")
  void aCompanyAddressCanBelongToEitherProvider(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user("ann@contoso.com").user("bob@contoso.com"));

    var ann = context.run(context.client(FakeAccount.google("ann@contoso.com")).session().signIn());
    var bob =
        context.run(context.client(FakeAccount.microsoft("bob@contoso.com")).session().signIn());

    assertThat(ann.session().account().provider().id()).isEqualTo("google");
    assertThat(bob.session().account().provider().id()).isEqualTo("microsoft");
  }

  @EveryMode
  @Rule({"D6", "D16"})
  void addressesAreResolvedToMembersOfTheSite(RuleContext scene) {
    scene.site(site -> site.administrator("admin@contoso.com").user("John.Doe@gmail.com"));
    scene.site(site -> site.administrator("boss@fabrikam.com"));
    CloudServiceClient admin = scene.client("admin@contoso.com");
    scene.run(admin.users().remove("admin@contoso.com").fromEveryList());
    String john = scene.run(admin.users().get("johndoe@gmail.com")).id();
    String self = scene.run(admin.administrators().get("admin@contoso.com")).id();

    List<ResolvedAddress> resolved =
        scene.run(
            admin
                .users()
                .resolve(
                    List.of(
                        "John.Doe@gmail.com",
                        "JOHNDOE@gmail.com",
                        "ADMIN@contoso.com",
                        "boss@fabrikam.com",
                        "new@contoso.com",
                        "nobody",
                        " john@contoso.com",
                        "")));

    assertThat(resolved)
        .extracting(ResolvedAddress::canonicalEmail)
        .containsExactly(
            "johndoe@gmail.com",
            "johndoe@gmail.com",
            "admin@contoso.com",
            "boss@fabrikam.com",
            "new@contoso.com",
            null,
            null,
            null);
    assertThat(resolved)
        .extracting(ResolvedAddress::userId)
        .containsExactly(john, john, null, null, null, null, null, null);
    assertThat(resolved)
        .extracting(ResolvedAddress::administratorId)
        .containsExactly(null, null, self, null, null, null, null, null);
    assertThat(resolved)
        .filteredOn(ResolvedAddress::isMalformed)
        .extracting(address -> requireNonNull(address.error()).code())
        .containsExactly("malformed", "malformed", "blank");
    assertThat(resolved.get(3).isMember()).as("a member of another site").isFalse();
  }

  /** D3: a person who works at two sites needs two accounts; the rejection says so. */
  @EveryMode
  @Rule({"D3", "D16"})
  void theConflictSaysThatTheOtherSiteNeedsASecondAccount(RuleContext scene) {
    scene.site(site -> site.administrator("admin@contoso.com"));
    scene.site(site -> site.administrator("boss@fabrikam.com"));

    RejectedException rejection =
        scene.rejection(scene.client("admin@contoso.com").users().add("boss@fabrikam.com"));

    assertThat(rejection.problem().detail()).contains("one site only", "second account");
    assertThat(rejection).hasMessageContaining("second account");
  }
}
