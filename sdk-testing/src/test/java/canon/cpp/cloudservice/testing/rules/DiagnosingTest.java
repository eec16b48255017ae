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

  private static void contoso(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user("john@contoso.com"));
  }

  @EveryMode
  @Rule("D7")
  void anActiveAdministratorIsWell(RuleContext scene) {
    contoso(scene);

    Diagnosis diagnosis = scene.run(scene.client(ADMIN).diagnose());

    assertThat(diagnosis.isHealthy()).as(diagnosis.toText()).isTrue();
    assertThat(diagnosis.check(SERVICE).finding()).contains("401 unauthenticated, request req_");
    assertThat(diagnosis.check(TOKEN).state()).isEqualTo(CheckState.OK);
    assertThat(diagnosis.check(ACCOUNT).finding()).endsWith("cloud service administrator");
    assertThat(diagnosis.toText()).doesNotContain(ADMIN);
  }

  @EveryMode
  @Rule("D11")
  void anInvitedAdministratorIsToldToSignIn(RuleContext scene) {
    contoso(scene);
    scene.run(scene.client(ADMIN).administrators().add("boss@contoso.com"));
    CloudServiceClient boss = scene.client("boss@contoso.com");

    Check before = scene.run(boss.diagnose()).check(ACCOUNT);
    scene.run(boss.session().signIn());
    Check afterwards = scene.run(boss.diagnose()).check(ACCOUNT);

    assertThat(before.state()).isEqualTo(CheckState.WARNING);
    assertThat(before.finding()).contains("403 sign-in-required");
    assertThat(before.remedy()).contains("session().signIn()");
    assertThat(afterwards.state()).isEqualTo(CheckState.OK);
    assertThat(afterwards.finding()).endsWith("cloud service administrator");
  }

  @EveryMode
  @Rule("D30")
  void aPlainUserHasNoRole(RuleContext scene) {
    contoso(scene);
    CloudServiceClient john = scene.client("john@contoso.com");
    scene.run(john.session().signIn());

    Check account = scene.run(john.diagnose()).check(ACCOUNT);

    assertThat(account.state()).isEqualTo(CheckState.OK);
    assertThat(account.finding()).endsWith("without a role");
  }

  @EveryMode
  @Rule("D14")
  void anAccountThatNoSiteKnowsIsToldWhatToDo(RuleContext scene) {
    contoso(scene);

    Check account = scene.run(scene.client("stranger@contoso.com").diagnose()).check(ACCOUNT);

    assertThat(account.state()).isEqualTo(CheckState.FAILED);
    assertThat(account.finding()).contains("403 account-not-registered");
    assertThat(account.remedy()).contains("Ask an administrator to add its address");
  }

  @EveryMode
  @Rule("D32")
  void aLoggedOutTokenStaysRejected(RuleContext scene) {
    contoso(scene);
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(admin.session().signOut());

    Check account = scene.run(admin.diagnose()).check(ACCOUNT);

    assertThat(account.state()).isEqualTo(CheckState.FAILED);
    assertThat(account.finding()).contains("401 session-ended");
  }
}
