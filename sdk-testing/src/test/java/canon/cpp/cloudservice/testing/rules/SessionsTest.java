package canon.cpp.cloudservice.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.RefusedException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.session.SignOutResult;
import canon.cpp.cloudservice.session.SignedIn;
import java.time.Duration;

class SessionsTest {
  private static final String ADMIN = "admin@contoso.com";

  private static void contoso(Scene scene) {
    scene.site(site -> site.administrator(ADMIN).user("John.Doe@gmail.com"));
  }

  @EveryWay
  @Rule({"D30", "D5"})
  void signingInSaysWhoOneIsWhereAndAsWhat(Scene scene) {
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

  @EveryWay
  @Rule({"D30", "D11"})
  void thereIsNoSessionBeforeTheFirstSignIn(Scene scene) {
    contoso(scene);
    CloudServiceClient john = scene.client("johndoe@gmail.com");

    assertThat(scene.refusalCode(john.session().get())).isEqualTo("sign-in-required");

    Session signedIn = scene.run(john.session().signIn()).session();
    assertThat(scene.run(john.session().get())).isEqualTo(signedIn);
  }

  @EveryWay
  @Rule("D4")
  void anAccountThatNoSiteKnowsCannotSignInNorOut(Scene scene) {
    contoso(scene);
    CloudServiceClient stranger = scene.client("stranger@contoso.com");

    assertThat(scene.refusalCode(stranger.session().signIn())).isEqualTo("account-not-registered");
    assertThat(scene.refusalCode(stranger.session().get())).isEqualTo("account-not-registered");
    assertThat(scene.refusalCode(stranger.session().signOut())).isEqualTo("account-not-registered");
  }

  @EveryWay
  @Rule("D32")
  void afterLogOutTheTokenIsRefusedAndNotRefreshed(Scene scene) {
    contoso(scene);
    CloudServiceClient admin = scene.client(ADMIN);

    assertThat(scene.run(admin.session().signOut()).result()).isEqualTo(SignOutResult.ENDED);
    RefusedException refusal = scene.refusal(admin.site().get());

    assertThat(refusal).isInstanceOf(UnauthenticatedException.class);
    assertThat(refusal.code().id()).isEqualTo("session-ended");
    assertThat(refusal.attempts()).hasSize(1);
    assertThat(scene.fake().log().of("getSite")).hasSize(1);
  }

  @EveryWay
  @Rule("D32")
  void loggingOutTwiceSucceeds(Scene scene) {
    contoso(scene);
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(admin.session().signOut());

    assertThat(scene.run(admin.session().signOut()).result())
        .isEqualTo(SignOutResult.ALREADY_ENDED);
  }

  @EveryWay
  @Rule({"D31", "D32"})
  void otherTokensOfTheAccountLiveOn(Scene scene) {
    contoso(scene);
    CloudServiceClient one = scene.client(ADMIN);
    CloudServiceClient two = scene.client(ADMIN);
    scene.run(two.site().get());

    scene.run(one.session().signOut());

    assertThat(scene.run(two.site().get()).id()).isEqualTo("sit_000001");
    assertThat(scene.run(scene.client(ADMIN).session().signIn()).firstSignIn()).isFalse();
  }

  @EveryWay
  @Rule("D32")
  void whoNeverSignedInMayLogOut(Scene scene) {
    contoso(scene);

    assertThat(scene.run(scene.client("johndoe@gmail.com").session().signOut()).result())
        .isEqualTo(SignOutResult.ENDED);
  }

  @EveryWay
  @Rule("D30")
  void anExpiredTokenIsReplacedOnce(Scene scene) {
    contoso(scene);
    CloudServiceClient admin = scene.client(ADMIN);
    scene.run(admin.site().get());

    scene.fake().clock().advance(Duration.ofHours(1));

    assertThat(scene.run(admin.site().get()).id()).isEqualTo("sit_000001");
    assertThat(scene.fake().log().of("getSite"))
        .extracting(entry -> entry.status())
        .containsExactly(200, 401, 200);
  }

  @EveryWay
  @Rule("D30")
  void aTokenThatIsPassedThroughIsNotReplaced(Scene scene) {
    contoso(scene);
    AccessToken token = scene.door().tokenFor(ADMIN);
    CloudServiceClient client = scene.client(ADMIN).withToken(token);
    scene.run(client.site().get());

    scene.fake().expireTokens(scene.fake().account(ADMIN));

    RefusedException refusal = scene.refusal(client.site().get());
    assertThat(refusal.code().id()).isEqualTo("token-expired");
    assertThat(refusal.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @EveryWay
  @Rule("D30")
  void aTokenThatNobodyGaveOutIsRefused(Scene scene) {
    contoso(scene);

    assertThat(scene.refusalCode(scene.client(ADMIN).withToken("made-up").site().get()))
        .isEqualTo("unauthenticated");
  }
}
