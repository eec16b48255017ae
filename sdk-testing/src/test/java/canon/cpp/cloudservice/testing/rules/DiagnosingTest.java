package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.diagnosis.CheckKind.ACCOUNT;
import static canon.cpp.cloudservice.diagnosis.CheckKind.SERVICE;
import static canon.cpp.cloudservice.diagnosis.CheckKind.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.diagnosis.Check;
import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.diagnosis.Diagnosis;

class DiagnosingTest {
  private static final String ADMIN = "admin@contoso.com";

  private static void contoso(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user("john@contoso.com"));
  }

  @EveryMode
  @Rule("D7")
  void anActiveAdministratorPassesAllChecks(RuleContext context) {
    contoso(context);

    Diagnosis diagnosis = context.run(context.client(ADMIN).diagnose());

    assertThat(diagnosis.isHealthy()).as(diagnosis.toText()).isTrue();
    assertThat(diagnosis.check(SERVICE).finding()).contains("401 unauthenticated, request req_");
    assertThat(diagnosis.check(TOKEN).state()).isEqualTo(CheckState.OK);
    assertThat(diagnosis.check(ACCOUNT).finding()).endsWith("cloud service administrator");
    assertThat(diagnosis.toText()).doesNotContain(ADMIN);
  }

  @EveryMode
  @Rule("D11")
  void anInvitedAdministratorIsToldToSignIn(RuleContext context) {
    contoso(context);
    context.run(context.client(ADMIN).administrators().add("boss@contoso.com"));
    CloudServiceClient boss = context.client("boss@contoso.com");

    Check before = context.run(boss.diagnose()).check(ACCOUNT);
    context.run(boss.session().signIn());
    Check afterwards = context.run(boss.diagnose()).check(ACCOUNT);

    assertThat(before.state()).isEqualTo(CheckState.WARNING);
    assertThat(before.finding()).contains("403 sign-in-required");
    assertThat(before.remedy()).contains("session().signIn()");
    assertThat(afterwards.state()).isEqualTo(CheckState.OK);
    assertThat(afterwards.finding()).endsWith("cloud service administrator");
  }

  @EveryMode
  @Rule("D30")
  void aUserWithoutTheRoleIsReported(RuleContext context) {
    contoso(context);
    CloudServiceClient john = context.client("john@contoso.com");
    context.run(john.session().signIn());

    Check account = context.run(john.diagnose()).check(ACCOUNT);

    assertThat(account.state()).isEqualTo(CheckState.OK);
    assertThat(account.finding()).endsWith("without a role");
  }

  @EveryMode
  @Rule("D14")
  void anUnknownAccountIsToldWhatToDo(RuleContext context) {
    contoso(context);

    Check account = context.run(context.client("stranger@contoso.com").diagnose()).check(ACCOUNT);

    assertThat(account.state()).isEqualTo(CheckState.FAILED);
    assertThat(account.finding()).contains("403 account-not-registered");
    assertThat(account.remedy()).contains("Ask an administrator to add its address");
  }

  @EveryMode
  @Rule("D32")
  void aLoggedOutTokenStaysRejected(RuleContext context) {
    contoso(context);
    CloudServiceClient admin = context.client(ADMIN);
    context.run(admin.session().signOut());

    Check account = context.run(admin.diagnose()).check(ACCOUNT);

    assertThat(account.state()).isEqualTo(CheckState.FAILED);
    assertThat(account.finding()).contains("401 session-ended");
  }
}
