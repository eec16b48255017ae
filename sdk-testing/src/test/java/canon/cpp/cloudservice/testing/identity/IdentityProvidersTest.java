package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.session.SignedIn;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import canon.cpp.cloudservice.testing.internal.identity.crypto.RsaKeys;
import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the fake service treats tokens that the fake identity providers sign. */
class IdentityProvidersTest {
  private static final String ROBOT = "robot";
  private static final String SECRET = "not-a-real-secret";

  private final FakeCloudService fake =
      FakeCloudService.builder()
          .site(
              site ->
                  site.administrator(Entra.ADMIN)
                      .invitedAdministrator(Google.JOHN)
                      .applicationPrincipal(ROBOT, "contoso.com"))
          .build();
  private final FakeIdentityProviders people = fake.identityProviders();
  private final Entra entra = new Entra(fake.clock(), people.microsoft());
  private final Google google = new Google(fake.clock(), people.google());

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void anAccountIsTheSeededOneWithTheSameAddress() {
    assertThat(signIn(microsoftToken()).session().roles()).isNotEmpty();
    assertThat(signIn(microsoftToken()).firstSignIn()).isFalse();

    fake.inProcess().client(Entra.ADMIN).users().add("jane@contoso.com").execute();
    assertThat(as(microsoftToken()).users().get("jane@contoso.com").execute().email())
        .isEqualTo("jane@contoso.com");
  }

  @Test
  void theFirstSignInBindsTheInvitation() {
    assertThat(signIn(googleToken()).firstSignIn()).isTrue();

    google.john.subject("another-account");
    assertThat(rejection(googleToken())).isEqualTo("account-mismatch");
  }

  @Test
  void anUnverifiedAddressBindsNothing() {
    google.john.emailNotVerified();
    assertThat(rejection(googleToken())).isEqualTo("email-not-verified");

    entra.fake.tenant("forger.example").account("x@forger.example").email(Google.JOHN);
    entra.fake.tenant("forger.example").account("x@forger.example").emailNotVerified();
    var query = Web.with(entra.authorizeQuery(), "client_id", entra.editor.clientId());
    var url = entra.authorizeUrl(query).toString().replace(entra.contoso.id(), "organizations");
    var code = entra.fake.signIn(URI.create(url), "x@forger.example");
    var form = entra.codeForm(code.parameters().get("code"));
    var forged = entra.web.post("/organizations/oauth2/v2.0/token", form).text("access_token");
    assertThat(rejection(forged)).isEqualTo("email-not-verified");
  }

  @Test
  void aWorkloadIsAcceptedOnlyIfItsPrincipalWasAdmitted() {
    assertThat(as(programToken(ROBOT)).users().list().stream()).isNotEmpty();
    assertThat(rejection(programToken("stranger"))).isEqualTo("account-not-registered");

    var elsewhere = entra.fake.tenant("fabrikam.com");
    var form = programForm(ROBOT);
    var token = entra.web.post("/" + elsewhere.id() + "/oauth2/v2.0/token", form);
    assertThat(rejection(token.text("access_token"))).isEqualTo("account-not-registered");
  }

  @Test
  void aServiceAccountIsAddedLikeAUser() {
    var tool = google.fake.serviceAccount("partner-tool");
    as(microsoftToken()).administrators().add(tool.email()).execute();
    var token =
        google
            .sign(tool, google.wish(tool).put("target_audience", people.googleAudience()))
            .text("id_token");

    assertThat(signIn(token).firstSignIn()).isTrue();
    assertThat(as(token).users().list().stream()).isNotEmpty();
    assertThat(FakeAccount.google(tool.email()).subject()).isEqualTo(tool.uniqueId());
  }

  @Test
  void aTokenForAnotherAudienceIsRejected() {
    var tool = google.fake.serviceAccount("partner-tool");
    var wish = google.wish(tool).put("target_audience", google.editor.clientId());

    assertThat(rejection(google.sign(tool, wish).text("id_token"))).isEqualTo("unauthenticated");
    assertThat(rejection(entra.tokens().text("id_token"))).isEqualTo("unauthenticated");
  }

  @Test
  void aTokenSignedWithAnotherKeyIsRejected() {
    var parts = microsoftToken().split("\\.", -1);
    var claims = Json.readObject(Base64Url.decode(parts[1]));
    var header = Json.readObject(Base64Url.decode(parts[0]));
    var stranger = RsaKeys.named("stranger").getPrivate();

    assertThat(rejection(Jwt.sign(header, claims, stranger))).isEqualTo("unauthenticated");
  }

  @Test
  void aTokenExpiresByTheClockOfTheFake() {
    var token = microsoftToken();
    var neverSeen = microsoftToken();
    assertThat(signIn(token)).isNotNull();

    fake.clock().advance(Duration.ofHours(2));

    assertThat(rejection(token)).isEqualTo("token-expired");
    assertThat(rejection(neverSeen)).isEqualTo("token-expired");
    assertThat(signIn(microsoftToken())).isNotNull();
  }

  @Test
  void logOutEndsThatTokenOnly() {
    var token = microsoftToken();
    signIn(token);
    as(token).session().signOut().execute();

    assertThat(rejection(token)).isEqualTo("session-ended");
    assertThat(signIn(microsoftToken())).isNotNull();
  }

  @Test
  void anUnknownAccountWithoutAnAddressIsRejected() {
    var tool = google.fake.serviceAccount("partner-tool");
    google.fake.serviceAccount("partner-tool").allowImpersonationBy(tool.email());
    var access =
        google
            .sign(
                tool,
                google.wish(tool).put("scope", "https://www.googleapis.com/auth/cloud-platform"))
            .text("access_token");
    var path = "/v1/projects/-/serviceAccounts/" + tool.email() + ":generateIdToken";
    var json = Json.object().put("audience", people.googleAudience()).toString();
    var answer = google.web.postJson(path, json, "Authorization", "Bearer " + access);

    assertThat(rejection(answer.text("token"))).isEqualTo("account-not-registered");
  }

  @Test
  void eachProviderIsStartedOnce() {
    assertThat(fake.identityProviders()).isSameAs(people);
  }

  private String microsoftToken() {
    return entra.tokens().text("access_token");
  }

  private String googleToken() {
    return google.tokens().text("id_token");
  }

  private Map<String, String> programForm(String name) {
    var app = entra.fake.app(name).secret(SECRET);
    return Map.of(
        "grant_type",
        "client_credentials",
        "client_id",
        app.clientId(),
        "client_secret",
        SECRET,
        "scope",
        entra.fake.apiDefaultScope());
  }

  private String programToken(String name) {
    return entra.web.post(entra.tokenPath, programForm(name)).text("access_token");
  }

  private CloudServiceClient as(String token) {
    return fake.inProcess().clientBuilder().build().withToken(AccessToken.of(token));
  }

  private SignedIn signIn(String token) {
    return as(token).session().signIn().execute();
  }

  private String rejection(String token) {
    return catchThrowableOfType(
            RejectedException.class, () -> as(token).session().signIn().execute())
        .code()
        .id();
  }
}
