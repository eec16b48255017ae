package canon.cpp.cloudservice.signin.internal.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import canon.cpp.cloudservice.signin.internal.jwt.TestTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The account of an ID token of Microsoft. */
class SignedInUserTest {
  private static final String ISSUER = "https://login.microsoftonline.com/t-1/v2.0";
  private static final String ACCOUNT = "'nonce':'n-1','oid':'o-1','tid':'t-1'";

  private final HttpTransport transport = HttpTransport.jdk().build();
  private final MicrosoftSettings settings =
      MicrosoftSettings.of(transport, "client-1", "api-1")
          .withClock(Clock.fixed(Instant.ofEpochSecond(1_000), ZoneOffset.UTC));
  private final SignedInUser user = new SignedInUser(settings.http(), settings);

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void theIdTokenNamesTheAccount() {
    SignedInAccount account = user.read(response(ISSUER, "'aud':'client-1'," + ACCOUNT), "n-1");

    assertThat(account.id()).isEqualTo("o-1");
    assertThat(account.tenant()).isEqualTo("t-1");
    assertThat(account.displayAddress()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"'aud':'client-2','nonce':'n-1','oid':'o-1','tid':'t-1'\", DENIED",
        "\"'aud':'client-1','nonce':'n-2','oid':'o-1','tid':'t-1'\", DENIED",
        "\"'aud':'client-1','oid':'o-1','tid':'t-1'\", DENIED",
        "\"'aud':'client-1','nonce':'n-1','tid':'t-1'\", TOKEN_ENDPOINT",
        "\"'aud':'client-1','nonce':'n-1','oid':'o-1'\", TOKEN_ENDPOINT"
      })
  void aTokenOfAnotherSignInIsRejected(String claims, AuthenticationErrorKind kind) {
    assertThat(kindOf(user, response(ISSUER, claims))).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/t-2/v2.0",
        "https://login.microsoftonline.com/t-1",
        "https://login.example/t-1/v2.0",
        "https://sts.windows.net/t-1/"
      })
  void aTokenOfAnotherIssuerIsRejected(String issuer) {
    assertThat(kindOf(user, response(issuer, "'aud':'client-1'," + ACCOUNT)))
        .isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.us, https://login.microsoftonline.us/t-1/v2.0",
    "https://login.windows.net, https://login.microsoftonline.com/t-1/v2.0"
  })
  void eachCloudHasItsOwnIssuer(URI cloud, String issuer) {
    SignedInUser there = new SignedInUser(settings.http(), settings.withCloud(cloud));

    assertThat(there.read(response(issuer, "'aud':'client-1'," + ACCOUNT), "n-1").id())
        .isEqualTo("o-1");
  }

  @Test
  void aRefreshedTokenOfAnotherAccountIsRejected() {
    IdentityResponse response = response(ISSUER, "'aud':'client-1'," + ACCOUNT);
    SignedInAccount other =
        new SignedInAccount(IdentityProvider.MICROSOFT, "o-2", "t-1", "john@contoso.com");

    user.checkRefreshed(response, user.read(response, "n-1"));
    user.checkRefreshed(settings.http().answer(ok("{}")), other);

    assertThat(
            catchThrowableOfType(
                    AuthenticationException.class, () -> user.checkRefreshed(response, other))
                .kind())
        .isEqualTo(AuthenticationErrorKind.DENIED);
  }

  @Test
  void aMissingOrUnreadableTokenIsReported() {
    assertThat(kindOf(user, settings.http().answer(ok("{}"))))
        .isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
    assertThat(kindOf(user, settings.http().answer(ok("{\"id_token\":\"a.b\"}"))))
        .isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
  }

  private static AuthenticationErrorKind kindOf(SignedInUser user, IdentityResponse response) {
    return catchThrowableOfType(AuthenticationException.class, () -> user.read(response, "n-1"))
        .kind();
  }

  private IdentityResponse response(String issuer, String claims) {
    String token = "{'iss':'" + issuer + "','sub':'s','iat':900,'exp':4500," + claims + "}";
    return settings
        .http()
        .answer(ok("{\"id_token\":\"" + TestTokens.idToken(token.replace('\'', '"')) + "\"}"));
  }

  private static HttpResponse ok(String json) {
    return new HttpResponse(200, HttpHeaders.of(Map.of()), json.getBytes(StandardCharsets.UTF_8));
  }
}
