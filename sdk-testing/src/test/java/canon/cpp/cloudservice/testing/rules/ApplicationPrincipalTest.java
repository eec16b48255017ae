package canon.cpp.cloudservice.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.testing.FakeAccount;

class ApplicationPrincipalTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final FakeAccount JOB = FakeAccount.applicationPrincipal("nightly-job");

  private static CloudServiceClient job(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).applicationPrincipal("nightly-job"));
    return scene.client(JOB);
  }

  @EveryMode
  @Rule("D34")
  void isAnAdministratorFromTheStartIfTheOperatorAdmittedIt(RuleContext scene) {
    CloudServiceClient job = job(scene);

    assertThat(scene.run(job.users().add("john@contoso.com")).user().id()).startsWith("usr_");
    Session session = scene.run(job.session().get());
    assertThat(session.roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(session.account().provider()).isEqualTo(IdentityProvider.MICROSOFT);
    assertThat(session.account().email()).isNull();
    assertThat(session.account().canonicalEmail()).isNull();
    assertThat(scene.run(job.session().signIn()).session()).isEqualTo(session);
  }

  @EveryMode
  @Rule("D34")
  void isNobodyOtherwise(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN));

    assertThat(scene.rejectionCode(scene.client(JOB).site().get()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule({"D34", "D13", "D18"})
  void isListedNowhereAndDoesNotCountAsTheLastAdministrator(RuleContext scene) {
    CloudServiceClient job = job(scene);

    assertThat(scene.list(job.administrators().list())).hasSize(1);
    assertThat(scene.list(job.users().list())).hasSize(1);
    assertThat(scene.rejectionCode(job.administrators().remove(ADMIN)))
        .isEqualTo("last-administrator");
  }

  @EveryMode
  @Rule({"D34", "D9"})
  void isOnNoListForTheRemoteControlApp(RuleContext scene) {
    assertThat(scene.rejectionCode(job(scene).remoteControl().activate()))
        .isEqualTo("not-on-remote-control-list");
  }

  @EveryMode
  @Rule("D34")
  void aGoogleServiceAccountHasAnAddressAndIsAddedLikeAPerson(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN));
    FakeAccount service = FakeAccount.google("job@project.iam.gserviceaccount.com");
    scene.run(scene.client(ADMIN).administrators().add("job@project.iam.gserviceaccount.com"));

    scene.run(scene.client(service).session().signIn());

    assertThat(scene.run(scene.client(service).site().get()).id()).isEqualTo("sit_000001");
    assertThat(scene.list(scene.client(ADMIN).administrators().list())).hasSize(2);
  }
}
