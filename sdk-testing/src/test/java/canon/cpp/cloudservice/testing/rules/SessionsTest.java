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

  private static void contoso(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN).user("John.Doe@gmail.com"));
  }

  @EveryMode
  @Rule({"D30", "D5"})
  void signingInSaysWhoOneIsWhereAndAsWhat(RuleContext scene) {
    contoso(scene);

    SignedIn john = scene.run(scene.client("j.ohndoe@gmail.com").session().signIn());
    SignedIn admin = scene.run(scene.client(ADMIN).session().signIn());

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
  void thereIsNoSessionBeforeTheFirstSignIn(RuleContext scene) {
    contoso(scene);
    CloudServiceClient john = scene.client("johndoe@gmail.com");

    assertThat(scene.rejectionCode(john.session().get())).isEqualTo("sign-in-required");

    Session signedIn = scene.run(john.session().signIn()).session();
    assertThat(scene.run(john.session().get())).isEqualTo(signedIn);
  }

  @EveryMode
  @Rule("D4")
  void anAccountThatNoSiteKnowsCannotSignInNorOut(RuleContext scene) {
    contoso(scene);
    CloudServiceClient stranger = scene.client("stranger@contoso.com");

    assertThat(scene.rejectionCode(stranger.session().signIn()))
        .isEqualTo("account-not-registered");
    assertThat(scene.rejectionCode(stranger.session().get())).isEqualTo("account-not-registered");
    assertThat(scene.rejectionCode(stranger.session().signOut()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule("D32")
  void afterLogOutTheTokenIsRejectedAndNotRefreshed(RuleContext scene) {
    contoso(scene);
    CloudServiceClient admin = scene.client(ADMIN);

    assertThat(scene.run(admin.session().signOut()).result()).isEqualTo(SignOutResult.ENDED);
    RejectedException rejection = scene.rejection(admin.site().get());

    assertThat(rejection).isInstanceOf(UnauthenticatedException.class);
    assertThat(rejection.code().id()).isEqualTo("session-ended");
    assertThat(rejection.attempts()).hasSize(1);
    assertThat(scene.fake().log().of("getSite")).hasSize(1);
  }

  @EveryMode
  @Rule("D32")
  void loggingOutTwiceSucceeds(RuleContext scene) {
    contoso(scene);
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(admin.session().signOut());

    assertThat(scene.run(admin.session().signOut()).result())
        .isEqualTo(SignOutResult.ALREADY_ENDED);
  }

  @EveryMode
  @Rule({"D31", "D32"})
  void otherTokensOfTheAccountLiveOn(RuleContext scene) {
    contoso(scene);
    CloudServiceClient one = scene.client(ADMIN);
    CloudServiceClient two = scene.client(ADMIN);
    scene.run(two.site().get());

    scene.run(one.session().signOut());

    assertThat(scene.run(two.site().get()).id()).isEqualTo("sit_000001");
    assertThat(scene.run(scene.client(ADMIN).session().signIn()).firstSignIn()).isFalse();
  }

  @EveryMode
  @Rule("D32")
  void whoNeverSignedInMayLogOut(RuleContext scene) {
    contoso(scene);

    assertThat(scene.run(scene.client("johndoe@gmail.com").session().signOut()).result())
        .isEqualTo(SignOutResult.ENDED);
  }

  @EveryMode
  @Rule("D30")
  void anExpiredTokenIsReplacedOnce(RuleContext scene) {
    contoso(scene);
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(admin.site().get());

    scene.fake().clock().advance(Duration.ofHours(1));

    assertThat(scene.run(admin.site().get()).id()).isEqualTo("sit_000001");
    assertThat(scene.fake().log().of("getSite"))
        .extracting(entry -> entry.status())
        .containsExactly(200, 401, 200);
  }

  @EveryMode
  @Rule("D30")
  void aTokenThatIsPassedThroughIsNotReplaced(RuleContext scene) {
    contoso(scene);
    AccessToken token = scene.endpoint().tokenFor(ADMIN);
    CloudServiceClient client = scene.client(ADMIN).withToken(token);
    scene.run(client.site().get());

    scene.fake().expireTokens(scene.fake().account(ADMIN));

    RejectedException rejection = scene.rejection(client.site().get());
    assertThat(rejection.code().id()).isEqualTo("token-expired");
    assertThat(rejection.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @EveryMode
  @Rule("D30")
  void unknownTokenIsRejected(RuleContext scene) {
    contoso(scene);

    assertThat(scene.rejectionCode(scene.client(ADMIN).withToken("made-up").site().get()))
        .isEqualTo("unauthenticated");
  }
}
