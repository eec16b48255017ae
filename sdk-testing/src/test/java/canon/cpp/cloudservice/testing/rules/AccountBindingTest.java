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

  private static void contoso(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(JOHN));
  }

  @EveryMode
  @Rule("D33")
  void theFirstSignInBindsTheInvitationToTheAccount(RuleContext context) {
    contoso(context);
    context.run(context.client(ACCOUNT).session().signIn());

    RejectedException rejection =
        context.rejection(context.client(ACCOUNT.withSubject("another")).session().signIn());

    assertThat(rejection.code().id()).isEqualTo("account-mismatch");
    assertThat(rejection).hasMessageNotContaining(JOHN);
  }

  @EveryMode
  @Rule({"D33", "D5"})
  void theSameAddressAtAnotherProviderIsAnotherAccount(RuleContext context) {
    contoso(context);
    context.run(context.client(FakeAccount.google(JOHN)).session().signIn());

    assertThat(
            context.rejectionCode(context.client(FakeAccount.microsoft(JOHN)).session().signIn()))
        .isEqualTo("account-mismatch");
  }

  @EveryMode
  @Rule("D33")
  void afterwardsTheKeyIsComparedAndNotTheAddress(RuleContext context) {
    contoso(context);
    context.run(context.client(ACCOUNT).session().signIn());
    FakeAccount renamed = ACCOUNT.withEmail("john.smith@contoso.com");

    SignedIn again = context.run(context.client(renamed).session().signIn());

    assertThat(again.firstSignIn()).isFalse();
    assertThat(again.session().account().email()).isEqualTo("john.smith@contoso.com");
    assertThat(context.run(context.client(ADMIN).users().get(JOHN)).email()).isEqualTo(JOHN);
  }

  @EveryMode
  @Rule("D33")
  void aBoundAccountNeedsNoVerifiedAddress(RuleContext context) {
    contoso(context);
    context.run(context.client(ACCOUNT).session().signIn());

    assertThat(
            context
                .run(context.client(ACCOUNT.emailNotVerified()).session().signIn())
                .firstSignIn())
        .isFalse();
  }

  @EveryMode
  @Rule("D33")
  void anUnverifiedAddressBindsNothing(RuleContext context) {
    contoso(context);
    CloudServiceClient doubtful = context.client(ACCOUNT.emailNotVerified());

    assertThat(context.rejectionCode(doubtful.session().signIn())).isEqualTo("email-not-verified");
    assertThat(context.rejectionCode(doubtful.remoteControl().activate()))
        .isEqualTo("email-not-verified");
    assertThat(context.run(context.client(ACCOUNT.withSubject("other")).session().signIn()))
        .extracting(SignedIn::firstSignIn)
        .isEqualTo(true);
  }

  @EveryMode
  @Rule("D33")
  void activationBindsTheAccount(RuleContext context) {
    contoso(context);
    context.run(context.client(ACCOUNT).remoteControl().activate());

    assertThat(
            context.rejectionCode(
                context.client(ACCOUNT.withSubject("another")).session().signIn()))
        .isEqualTo("account-mismatch");
  }

  @EveryMode
  @Rule({"D33", "D11"})
  void activationIsNotASignIn(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(JOHN).invitedAdministrator(JOHN));
    CloudServiceClient john = context.client(ACCOUNT);

    context.run(john.remoteControl().activate());

    assertThat(context.rejectionCode(john.session().get())).isEqualTo("sign-in-required");
    assertThat(context.rejectionCode(john.site().get())).isEqualTo("sign-in-required");
    assertThat(context.run(john.session().signIn()).firstSignIn()).isTrue();
  }

  @EveryMode
  @Rule("D33")
  void aRejectedActivationBindsNothing(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).invitedAdministrator(JOHN));

    assertThat(context.rejectionCode(context.client(ACCOUNT).remoteControl().activate()))
        .isEqualTo("not-on-remote-control-list");
    assertThat(
            context
                .run(context.client(ACCOUNT.withSubject("another")).session().signIn())
                .firstSignIn())
        .isTrue();
  }

  @EveryMode
  @Rule("D33")
  void aRemovedMemberCanBeAddedAgainWithAnotherAccount(RuleContext context) {
    contoso(context);
    CloudServiceClient admin = context.client(ADMIN);
    context.run(context.client(ACCOUNT).session().signIn());

    context.run(admin.users().remove(JOHN).fromEveryList());
    context.run(admin.users().add(JOHN));

    assertThat(
            context
                .run(context.client(ACCOUNT.withSubject("another")).session().signIn())
                .firstSignIn())
        .isTrue();
    assertThat(context.rejectionCode(context.client(ACCOUNT).session().signIn()))
        .isEqualTo("account-mismatch");
  }
}
