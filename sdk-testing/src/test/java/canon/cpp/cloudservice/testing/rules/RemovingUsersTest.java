package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.testing.rules.Users.changes;
import static canon.cpp.cloudservice.testing.rules.Users.lists;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.RemovalWarning;
import canon.cpp.cloudservice.membership.RemovedUser;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.membership.WarningCode;

class RemovingUsersTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final String JOHN = "john@contoso.com";

  @EveryMode
  @Rule("D12")
  void aUserIsRemovedFromSeveralListsInOneCall(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).activeUser(JOHN));
    CloudServiceClient admin = context.client(ADMIN);

    RemovedUser removed =
        context.run(admin.users().remove("JOHN@contoso.com").from(REMOTE_MATCH, DASHBOARD));

    assertThat(changes(removed.changes()))
        .containsExactly("prismalytics-dashboard: removed", "remote-match: removed");
    assertThat(removed.gone()).isFalse();
    assertThat(lists(removed.user())).containsExactly(entry("remote-control", "active"));
    assertThat(context.run(admin.users().get(JOHN))).isEqualTo(removed.user());
  }

  @EveryMode
  @Rule("D12")
  void removalFromAListWithoutTheUserIsReported(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = context.client(ADMIN);
    context.run(admin.users().remove(JOHN).from(REMOTE_MATCH));

    RemovedUser again = context.run(admin.users().remove(JOHN).from(REMOTE_MATCH, DASHBOARD));

    assertThat(changes(again.changes()))
        .containsExactly("prismalytics-dashboard: removed", "remote-match: notPresent");
  }

  @EveryMode
  @Rule("D12")
  void removalFromSeveralListsIsAtomic(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = context.client(ADMIN);

    String code =
        context.rejectionCode(
            admin.users().remove(JOHN).from(DASHBOARD, REMOTE_MATCH, Application.of("fax")));

    assertThat(code).isEqualTo("validation-failed");
    assertThat(lists(context.run(admin.users().get(JOHN)))).hasSize(3);
  }

  @EveryMode
  @Rule({"D12", "D14"})
  void aUserOnNoListAndWithoutARoleNoLongerExists(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = context.client(ADMIN);

    RemovedUser removed = context.run(admin.users().remove(JOHN).fromEveryList());

    assertThat(changes(removed.changes()))
        .containsExactly(
            "prismalytics-dashboard: removed", "remote-match: removed", "remote-control: removed");
    assertThat(removed.gone()).isTrue();
    assertThat(removed.user().applications()).isEmpty();
    assertThat(context.run(admin.users().find(JOHN))).isEmpty();
    assertThat(context.rejection(admin.users().remove(JOHN).fromEveryList()))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.resource()).contains("user"));
    assertThat(context.rejectionCode(context.client(JOHN).session().signIn()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule("D14")
  void removalFromTheLastListRemovesTheUser(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = context.client(ADMIN);

    assertThat(context.run(admin.users().remove(JOHN).from(REMOTE_MATCH, DASHBOARD)).gone())
        .isFalse();
    assertThat(context.run(admin.users().remove(JOHN).from(REMOTE_CONTROL)).gone()).isTrue();
  }

  @EveryMode
  @Rule({"D14", "D33"})
  void nothingOfARemovedUserIsKept(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = context.client(ADMIN);
    context.run(context.client(JOHN).session().signIn());
    String before = context.run(admin.users().get(JOHN)).id();
    context.run(admin.users().remove(JOHN).fromEveryList());

    context.run(admin.users().add(JOHN));

    assertThat(context.run(admin.users().get(JOHN)).id()).isNotEqualTo(before);
    assertThat(context.rejectionCode(context.client(JOHN).session().get()))
        .isEqualTo("sign-in-required");
    assertThat(
            context
                .run(
                    context
                        .client(context.fake().account(JOHN).withSubject("new"))
                        .session()
                        .signIn())
                .firstSignIn())
        .isTrue();
  }

  @EveryMode
  @Rule({"D12", "D14"})
  void anAdministratorRemovedFromEveryListKeepsTheRole(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).administrator("boss@contoso.com"));
    CloudServiceClient admin = context.client(ADMIN);

    RemovedUser removed = context.run(admin.users().remove("boss@contoso.com").fromEveryList());

    assertThat(removed.gone()).isFalse();
    assertThat(removed.user().administrator()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(context.run(admin.users().find("boss@contoso.com"))).isEmpty();
    assertThat(context.run(admin.administrators().get("boss@contoso.com")).state())
        .isEqualTo(AdministratorState.ACTIVE);
    assertThat(context.list(context.client("boss@contoso.com").users().list())).hasSize(1);
  }

  @EveryMode
  @Rule({"D12", "D9"})
  void anAdministratorRemovedFromRemoteControlCannotActivate(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).activeUser(ADMIN));
    CloudServiceClient admin = context.client(ADMIN);
    assertThat(context.run(admin.remoteControl().activate()).firstActivation()).isFalse();

    context.run(admin.users().remove(ADMIN).from(REMOTE_CONTROL));

    assertThat(context.rejectionCode(admin.remoteControl().activate()))
        .isEqualTo("not-on-remote-control-list");
    assertThat(context.run(admin.site().get()).id()).isEqualTo("sit_000001");
  }

  @EveryMode
  @Rule({"D2", "D12"})
  void aUserOfAnotherSiteIsNotFound(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));
    context.site(site -> site.administrator("boss@fabrikam.com").user(JOHN));
    String id = context.run(context.client("boss@fabrikam.com").users().get(JOHN)).id();
    CloudServiceClient admin = context.client(ADMIN);

    assertThat(context.rejectionCode(admin.users().remove(JOHN).fromEveryList()))
        .isEqualTo("not-found");
    assertThat(context.rejectionCode(admin.users().remove(id).fromEveryList()))
        .isEqualTo("not-found");
    assertThat(context.run(admin.users().find(id))).isEmpty();
  }

  @EveryMode
  @Rule("D27")
  void theLastAdministratorThatLeavesRemoteMatchCausesAWarning(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).administrator("boss@contoso.com").user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);

    assertThat(scene.run(admin.users().remove(JOHN).from(REMOTE_MATCH)).warnings()).isEmpty();
    assertThat(scene.run(admin.users().remove("boss@contoso.com").fromEveryList()).warnings())
        .isEmpty();

    RemovedUser last = scene.run(admin.users().remove(ADMIN).from(REMOTE_MATCH));
    assertThat(last.warnings())
        .extracting(RemovalWarning::code)
        .containsExactly(WarningCode.NO_REMOTE_MATCH_ADMINISTRATOR);
    assertThat(last.warnings().get(0).message()).contains("Remote Match");
    assertThat(last.gone()).isFalse();

    RemovedUser again = scene.run(admin.users().remove(ADMIN).from(REMOTE_MATCH));
    assertThat(again.warnings()).as("there was no such administrator before").isEmpty();
  }

  @EveryMode
  @Rule("D27")
  void onlyActiveAdministratorsCanCreateClusters(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).invitedAdministrator("boss@contoso.com"));
    CloudServiceClient admin = scene.client(ADMIN);

    assertThat(scene.run(admin.users().remove(ADMIN).fromEveryList()).warnings()).hasSize(1);
  }

  @EveryMode
  @Rule("D12")
  void aRemovalIsRejectedIfTheMemberHasChangedSinceItWasRead(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);
    User seen = scene.run(admin.users().get(JOHN));
    String etag = requireNonNull(seen.etag());
    scene.run(scene.client(JOHN).remoteControl().activate());

    assertThat(scene.rejectionCode(admin.users().remove(JOHN).ifMatch(etag).fromEveryList()))
        .isEqualTo("precondition-failed");
    assertThat(scene.rejectionCode(admin.users().remove(JOHN).ifMatch(etag).from(REMOTE_MATCH)))
        .isEqualTo("precondition-failed");

    User now = scene.run(admin.users().get(JOHN));
    assertThat(lists(now)).hasSize(3);
    String current = requireNonNull(now.etag());
    assertThat(scene.run(admin.users().remove(JOHN).ifMatch(current).fromEveryList()).gone())
        .isTrue();
  }

  /** The stored response comes before the precondition, which no longer holds. */
  @EveryMode
  @Rule("D12")
  void aConditionalRemovalWhoseResponseIsLostTakesEffectOnce(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);
    String etag = requireNonNull(scene.run(admin.users().get(JOHN)).etag());
    scene.fake().faults().on("removeUserFromEveryList").times(1).dropAfterApplying();

    assertThat(scene.run(admin.users().remove(JOHN).ifMatch(etag).fromEveryList()).gone()).isTrue();

    scene.fake().log().appliedOnce();
  }

  @EveryMode
  @Rule("D13")
  void aNameOrASignInDoesNotChangeTheEtagButTheRoleDoes(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient admin = scene.client(ADMIN);
    String before = requireNonNull(scene.run(admin.users().get(JOHN)).etag());
    scene.run(scene.client(JOHN).session().signIn());
    assertThat(scene.run(admin.users().get(JOHN)).etag()).isEqualTo(before);

    String invited =
        requireNonNull(scene.run(admin.administrators().add(JOHN)).administrator().etag());
    assertThat(invited).isNotEqualTo(before);
    assertThat(scene.run(admin.users().get(JOHN)).etag()).isEqualTo(invited);
    assertThat(scene.rejectionCode(admin.administrators().remove(JOHN).ifMatch(before)))
        .isEqualTo("precondition-failed");
    scene.run(admin.administrators().remove(JOHN).ifMatch(invited));
    assertThat(scene.run(admin.users().get(JOHN)).etag()).isEqualTo(before);
  }
}
