package canon.cpp.cloudservice.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.session.SignOutResult;
import canon.cpp.cloudservice.session.SignedIn;
import java.time.Duration;

class SessionsTest {
  private static final String ADMIN = "admin@contoso.com";

  private static void contoso(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user("John.Doe@gmail.com"));
  }

  @EveryMode
  @Rule({"D30", "D5"})
  void signingInReturnsAccountSiteAndRoles(RuleContext context) {
    contoso(context);

    SignedIn john = context.run(context.client("j.ohndoe@gmail.com").session().signIn());
    SignedIn admin = context.run(context.client(ADMIN).session().signIn());

    assertThat(john.firstSignIn()).isTrue();
    assertThat(john.session().account().provider()).isEqualTo(IdentityProvider.GOOGLE);
    assertThat(john.session().account().email()).isEqualTo("j.ohndoe@gmail.com");
    assertThat(john.session().account().canonicalEmail()).isEqualTo("johndoe@gmail.com");
    assertThat(john.session().roles()).isEmpty();
    assertThat(john.session().site().id()).isEqualTo("sit_000001");
    assertThat(admin.firstSignIn()).isFalse();
    assertThat(admin.session().roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(admin.session().account().provider()).isEqualTo(IdentityProvider.MICROSOFT);
  }

  @EveryMode
  @Rule({"D30", "D11"})
  void thereIsNoSessionBeforeTheFirstSignIn(RuleContext context) {
    contoso(context);
    CloudServiceClient john = context.client("johndoe@gmail.com");

    assertThat(context.rejectionCode(john.session().get())).isEqualTo("sign-in-required");

    Session signedIn = context.run(john.session().signIn()).session();
    assertThat(context.run(john.session().get())).isEqualTo(signedIn);
  }

  @EveryMode
  @Rule("D4")
  void anUnknownAccountCanNeitherSignInNorSignOut(RuleContext context) {
    contoso(context);
    CloudServiceClient stranger = context.client("stranger@contoso.com");

    assertThat(context.rejectionCode(stranger.session().signIn()))
        .isEqualTo("account-not-registered");
    assertThat(context.rejectionCode(stranger.session().get())).isEqualTo("account-not-registered");
    assertThat(context.rejectionCode(stranger.session().signOut()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule("D32")
  void afterLogOutTheTokenIsRejectedAndNotRefreshed(RuleContext context) {
    contoso(context);
    CloudServiceClient admin = context.client(ADMIN);

    assertThat(context.run(admin.session().signOut()).result()).isEqualTo(SignOutResult.ENDED);
    RejectedException rejection = context.rejection(admin.site().get());

    assertThat(rejection).isInstanceOf(UnauthenticatedException.class);
    assertThat(rejection.code().id()).isEqualTo("session-ended");
    assertThat(rejection.attempts()).hasSize(1);
    assertThat(context.fake().log().of("getSite")).hasSize(1);
  }

  @EveryMode
  @Rule("D32")
  void loggingOutTwiceSucceeds(RuleContext context) {
    contoso(context);
    CloudServiceClient admin = context.client(ADMIN);
    context.run(admin.session().signOut());

    assertThat(context.run(admin.session().signOut()).result())
        .isEqualTo(SignOutResult.ALREADY_ENDED);
  }

  @EveryMode
  @Rule({"D31", "D32"})
  void otherTokensOfTheAccountStayValid(RuleContext context) {
    contoso(context);
    CloudServiceClient one = context.client(ADMIN);
    CloudServiceClient two = context.client(ADMIN);
    context.run(two.site().get());

    context.run(one.session().signOut());

    assertThat(context.run(two.site().get()).id()).isEqualTo("sit_000001");
    assertThat(context.run(context.client(ADMIN).session().signIn()).firstSignIn()).isFalse();
  }

  @EveryMode
  @Rule("D32")
  void anAccountThatNeverSignedInCanLogOut(RuleContext context) {
    contoso(context);

    assertThat(context.run(context.client("johndoe@gmail.com").session().signOut()).result())
        .isEqualTo(SignOutResult.ENDED);
  }

  @EveryMode
  @Rule("D30")
  void anExpiredTokenIsRefreshedOnce(RuleContext context) {
    contoso(context);
    CloudServiceClient admin = context.client(ADMIN);
    context.run(admin.site().get());

    context.fake().clock().advance(Duration.ofHours(1));

    assertThat(context.run(admin.site().get()).id()).isEqualTo("sit_000001");
    assertThat(context.fake().log().of("getSite"))
        .extracting(entry -> entry.status())
        .containsExactly(200, 401, 200);
  }

  @EveryMode
  @Rule("D30")
  void aPassedThroughTokenIsNotRefreshed(RuleContext context) {
    contoso(context);
    AccessToken token = context.endpoint().tokenFor(ADMIN);
    CloudServiceClient client = context.client(ADMIN).withToken(token);
    context.run(client.site().get());

    context.fake().expireTokens(context.fake().account(ADMIN));

    RejectedException rejection = context.rejection(client.site().get());
    assertThat(rejection.code().id()).isEqualTo("token-expired");
    assertThat(rejection.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @EveryMode
  @Rule("D30")
  void unknownTokenIsRejected(RuleContext context) {
    contoso(context);

    assertThat(context.rejectionCode(context.client(ADMIN).withToken("made-up").site().get()))
        .isEqualTo("unauthenticated");
  }
}
