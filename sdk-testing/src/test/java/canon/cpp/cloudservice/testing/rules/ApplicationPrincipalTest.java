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

  private static CloudServiceClient job(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).applicationPrincipal("nightly-job"));
    return context.client(JOB);
  }

  @EveryMode
  @Rule("D34")
  void isAnAdministratorAtOnceIfTheOperatorHasAdmittedIt(RuleContext context) {
    CloudServiceClient job = job(context);

    assertThat(context.run(job.users().add("john@contoso.com")).user().id()).startsWith("usr_");
    Session session = context.run(job.session().get());
    assertThat(session.roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(session.account().provider()).isEqualTo(IdentityProvider.MICROSOFT);
    assertThat(session.account().email()).isNull();
    assertThat(session.account().canonicalEmail()).isNull();
    assertThat(context.run(job.session().signIn()).session()).isEqualTo(session);
  }

  @EveryMode
  @Rule("D34")
  void isUnknownOtherwise(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));

    assertThat(context.rejectionCode(context.client(JOB).site().get()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule({"D34", "D13", "D18"})
  void isNotListedAndDoesNotCountAsTheLastAdministrator(RuleContext context) {
    CloudServiceClient job = job(context);

    assertThat(context.list(job.administrators().list())).hasSize(1);
    assertThat(context.list(job.users().list())).hasSize(1);
    assertThat(context.rejectionCode(job.administrators().remove(ADMIN)))
        .isEqualTo("last-administrator");
  }

  @EveryMode
  @Rule({"D34", "D9"})
  void isOnNoListForTheRemoteControlApp(RuleContext context) {
    assertThat(context.rejectionCode(job(context).remoteControl().activate()))
        .isEqualTo("not-on-remote-control-list");
  }

  @EveryMode
  @Rule("D34")
  void aGoogleServiceAccountHasAnAddressAndIsAddedLikeAUser(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));
    FakeAccount service = FakeAccount.google("job@project.iam.gserviceaccount.com");
    context.run(context.client(ADMIN).administrators().add("job@project.iam.gserviceaccount.com"));

    context.run(context.client(service).session().signIn());

    assertThat(context.run(context.client(service).site().get()).id()).isEqualTo("sit_000001");
    assertThat(context.list(context.client(ADMIN).administrators().list())).hasSize(2);
  }
}
