package canon.cpp.cloudservice.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.RefusedException;
import canon.cpp.cloudservice.session.SignedIn;
import canon.cpp.cloudservice.testing.FakeAccount;

class AccountBindingTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final String JOHN = "john@contoso.com";
  private static final FakeAccount ACCOUNT = FakeAccount.of(JOHN);

  private static void contoso(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
  }

  @EveryWay
  @Rule("D33")
  void theFirstSignInBindsTheInvitationToTheAccount(Scene scene) {
    contoso(scene);
    scene.run(scene.client(ACCOUNT).session().signIn());

    RefusedException refusal =
        scene.refusal(scene.client(ACCOUNT.withSubject("another")).session().signIn());

    assertThat(refusal.code().id()).isEqualTo("account-mismatch");
    assertThat(refusal).hasMessageNotContaining(JOHN);
  }

  @EveryWay
  @Rule({"D33", "D5"})
  void theSameAddressAtAnotherProviderIsAnotherAccount(Scene scene) {
    contoso(scene);
    scene.run(scene.client(FakeAccount.google(JOHN)).session().signIn());

    assertThat(scene.refusalCode(scene.client(FakeAccount.microsoft(JOHN)).session().signIn()))
        .isEqualTo("account-mismatch");
  }

  @EveryWay
  @Rule("D33")
  void afterwardsTheKeyIsMatchedAndNotTheAddress(Scene scene) {
    contoso(scene);
    scene.run(scene.client(ACCOUNT).session().signIn());
    FakeAccount renamed = ACCOUNT.withEmail("john.smith@contoso.com");

    SignedIn again = scene.run(scene.client(renamed).session().signIn());

    assertThat(again.firstSignIn()).isFalse();
    assertThat(again.session().account().email()).isEqualTo("john.smith@contoso.com");
    assertThat(scene.run(scene.client(ADMIN).users().get(JOHN)).email()).isEqualTo(JOHN);
  }

  @EveryWay
  @Rule("D33")
  void aBoundAccountNeedsNobodyToVouchForItsAddress(Scene scene) {
    contoso(scene);
    scene.run(scene.client(ACCOUNT).session().signIn());

    assertThat(scene.run(scene.client(ACCOUNT.notVouchedFor()).session().signIn()).firstSignIn())
        .isFalse();
  }

  @EveryWay
  @Rule("D33")
  void anAddressThatNobodyVouchesForBindsNothing(Scene scene) {
    contoso(scene);
    CloudServiceClient doubtful = scene.client(ACCOUNT.notVouchedFor());

    assertThat(scene.refusalCode(doubtful.session().signIn())).isEqualTo("email-not-verified");
    assertThat(scene.refusalCode(doubtful.remoteControl().activate()))
        .isEqualTo("email-not-verified");
    assertThat(scene.run(scene.client(ACCOUNT.withSubject("other")).session().signIn()))
        .extracting(SignedIn::firstSignIn)
        .isEqualTo(true);
  }

  @EveryWay
  @Rule("D33")
  void activationBindsToo(Scene scene) {
    contoso(scene);
    scene.run(scene.client(ACCOUNT).remoteControl().activate());

    assertThat(scene.refusalCode(scene.client(ACCOUNT.withSubject("another")).session().signIn()))
        .isEqualTo("account-mismatch");
  }

  @EveryWay
  @Rule({"D33", "D11"})
  void activationIsNoSignIn(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN).invitedAdministrator(JOHN));
    CloudServiceClient john = scene.client(ACCOUNT);

    scene.run(john.remoteControl().activate());

    assertThat(scene.refusalCode(john.session().get())).isEqualTo("sign-in-required");
    assertThat(scene.refusalCode(john.site().get())).isEqualTo("sign-in-required");
    assertThat(scene.run(john.session().signIn()).firstSignIn()).isTrue();
  }

  @EveryWay
  @Rule("D33")
  void aRefusedActivationBindsNothing(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).invitedAdministrator(JOHN));

    assertThat(scene.refusalCode(scene.client(ACCOUNT).remoteControl().activate()))
        .isEqualTo("not-on-remote-control-list");
    assertThat(
            scene
                .run(scene.client(ACCOUNT.withSubject("another")).session().signIn())
                .firstSignIn())
        .isTrue();
  }

  @EveryWay
  @Rule("D33")
  void aMemberWhoIsRemovedAndAddedAgainCanBeAnotherAccount(Scene scene) {
    contoso(scene);
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(scene.client(ACCOUNT).session().signIn());

    scene.run(admin.users().remove(JOHN).fromEveryList());
    scene.run(admin.users().add(JOHN));

    assertThat(
            scene
                .run(scene.client(ACCOUNT.withSubject("another")).session().signIn())
                .firstSignIn())
        .isTrue();
    assertThat(scene.refusalCode(scene.client(ACCOUNT).session().signIn()))
        .isEqualTo("account-mismatch");
  }
}
