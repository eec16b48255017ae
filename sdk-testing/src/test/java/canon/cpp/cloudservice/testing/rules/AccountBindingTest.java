package canon.cpp.cloudservice.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.session.SignedIn;
import canon.cpp.cloudservice.testing.FakeAccount;

class AccountBindingTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final String JOHN = "john@contoso.com";
  private static final FakeAccount ACCOUNT = FakeAccount.of(JOHN);

  private static void contoso(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN));
  }

  @EveryMode
  @Rule("D33")
  void theFirstSignInBindsTheInvitationToTheAccount(RuleContext scene) {
    contoso(scene);
    scene.run(scene.client(ACCOUNT).session().signIn());

    RejectedException rejection =
        scene.rejection(scene.client(ACCOUNT.withSubject("another")).session().signIn());

    assertThat(rejection.code().id()).isEqualTo("account-mismatch");
    assertThat(rejection).hasMessageNotContaining(JOHN);
  }

  @EveryMode
  @Rule({"D33", "D5"})
  void theSameAddressAtAnotherProviderIsAnotherAccount(RuleContext scene) {
    contoso(scene);
    scene.run(scene.client(FakeAccount.google(JOHN)).session().signIn());

    assertThat(scene.rejectionCode(scene.client(FakeAccount.microsoft(JOHN)).session().signIn()))
        .isEqualTo("account-mismatch");
  }

  @EveryMode
  @Rule("D33")
  void afterwardsTheKeyIsMatchedAndNotTheAddress(RuleContext scene) {
    contoso(scene);
    scene.run(scene.client(ACCOUNT).session().signIn());
    FakeAccount renamed = ACCOUNT.withEmail("john.smith@contoso.com");

    SignedIn again = scene.run(scene.client(renamed).session().signIn());

    assertThat(again.firstSignIn()).isFalse();
    assertThat(again.session().account().email()).isEqualTo("john.smith@contoso.com");
    assertThat(scene.run(scene.client(ADMIN).users().get(JOHN)).email()).isEqualTo(JOHN);
  }

  @EveryMode
  @Rule("D33")
  void aBoundAccountNeedsNobodyToVouchForItsAddress(RuleContext scene) {
    contoso(scene);
    scene.run(scene.client(ACCOUNT).session().signIn());

    assertThat(scene.run(scene.client(ACCOUNT.emailNotVerified()).session().signIn()).firstSignIn())
        .isFalse();
  }

  @EveryMode
  @Rule("D33")
  void anAddressThatNobodyVouchesForBindsNothing(RuleContext scene) {
    contoso(scene);
    CloudServiceClient doubtful = scene.client(ACCOUNT.emailNotVerified());

    assertThat(scene.rejectionCode(doubtful.session().signIn())).isEqualTo("email-not-verified");
    assertThat(scene.rejectionCode(doubtful.remoteControl().activate()))
        .isEqualTo("email-not-verified");
    assertThat(scene.run(scene.client(ACCOUNT.withSubject("other")).session().signIn()))
        .extracting(SignedIn::firstSignIn)
        .isEqualTo(true);
  }

  @EveryMode
  @Rule("D33")
  void activationBindsToo(RuleContext scene) {
    contoso(scene);
    scene.run(scene.client(ACCOUNT).remoteControl().activate());

    assertThat(scene.rejectionCode(scene.client(ACCOUNT.withSubject("another")).session().signIn()))
        .isEqualTo("account-mismatch");
  }

  @EveryMode
  @Rule({"D33", "D11"})
  void activationIsNoSignIn(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user(JOHN).invitedAdministrator(JOHN));
    CloudServiceClient john = scene.client(ACCOUNT);

    scene.run(john.remoteControl().activate());

    assertThat(scene.rejectionCode(john.session().get())).isEqualTo("sign-in-required");
    assertThat(scene.rejectionCode(john.site().get())).isEqualTo("sign-in-required");
    assertThat(scene.run(john.session().signIn()).firstSignIn()).isTrue();
  }

  @EveryMode
  @Rule("D33")
  void aRejectedActivationBindsNothing(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).invitedAdministrator(JOHN));

    assertThat(scene.rejectionCode(scene.client(ACCOUNT).remoteControl().activate()))
        .isEqualTo("not-on-remote-control-list");
    assertThat(
            scene
                .run(scene.client(ACCOUNT.withSubject("another")).session().signIn())
                .firstSignIn())
        .isTrue();
  }

  @EveryMode
  @Rule("D33")
  void aMemberWhoIsRemovedAndAddedAgainCanBeAnotherAccount(RuleContext scene) {
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
    assertThat(scene.rejectionCode(scene.client(ACCOUNT).session().signIn()))
        .isEqualTo("account-mismatch");
  }
}
