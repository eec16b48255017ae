package canon.cpp.cloudservice.signin.internal.jwt;

import static canon.cpp.cloudservice.signin.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of OpenID Connect Core 3.1.3.7. */
class IdTokenValidatorTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final long SECONDS = NOW.getEpochSecond();

  private final HttpTransport transport = HttpTransport.jdk().build();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final IdentityHttp http = new IdentityHttp(transport, "Test", clock);
  private final IdTokenValidator validator =
      new IdTokenValidator(
          http, "client", token -> token.issuer().filter("iss"::equals).isPresent(), clock);

  @AfterEach
  void close() {
    transport.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'azp':'client'", ",'nbf':0", ",'at_hash':'x','other':{}"})
  void aValidTokenIsAccepted(String more) {
    String claims = claims("'client'", SECONDS, SECONDS + 3600, more);

    assertThat(validator.validate(response(claims), "n1").subject()).contains("s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'iss':'other','sub':'s','aud':'client','iat':1,'exp':2,'nonce':'n1'} | TOKEN_ENDPOINT",
        "{'sub':'s','aud':'client','iat':1,'exp':2,'nonce':'n1'} | TOKEN_ENDPOINT",
        "{'iss':'iss','aud':'client','iat':1,'exp':2,'nonce':'n1'} | TOKEN_ENDPOINT",
        "{'iss':'iss','sub':'s','iat':1,'exp':2,'nonce':'n1'} | DENIED",
        "{'iss':'iss','sub':'s','aud':'client','iat':1,'exp':2} | DENIED",
        "{'iss':'iss','sub':'s','aud':'client','iat':1,'exp':2,'nonce':'n2'} | DENIED",
        "{'iss':'iss','sub':'s','aud':'client','exp':2,'nonce':'n1'} | TOKEN_ENDPOINT",
        "{'iss':'iss','sub':'s','aud':'client','iat':1,'nonce':'n1'} | TOKEN_ENDPOINT",
        "{'iss':'iss','sub':'s','aud':'client','iat':2,'exp':2,'nonce':'n1'} | TOKEN_ENDPOINT",
        "{'iss':'iss','sub':'s','aud':'client','iat':1,'exp':2,'nonce':'n1'} | CLOCK_SKEW"
      })
  void aTokenThatBreaksARuleIsRejected(String claims, AuthenticationErrorKind kind) {
    assertThat(failure(response(claims)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {",'azp':'other'", ",'azp':7", ",'azp':''", ",'azp':null"})
  void aTokenThatWasIssuedToAnotherApplicationIsRejected(String azp) {
    String claims = claims("'client'", SECONDS, SECONDS + 3600, azp);

    assertThat(failure(response(claims)).kind()).isEqualTo(AuthenticationErrorKind.DENIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a':'client'}", "['client','other']", "'other'"})
  void anotherAudienceIsRejected(String audience) {
    String claims = claims(audience, SECONDS, SECONDS + 3600, "");

    assertThat(failure(response(claims)).kind()).isEqualTo(AuthenticationErrorKind.DENIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {",'sub':'other'", ",'iss':'iss'", ",'x':{'y':1,'y':2}"})
  void aRepeatedClaimIsRejected(String repeated) {
    String claims = claims("'client'", SECONDS, SECONDS + 3600, repeated);

    AuthenticationException failure = failure(response(claims));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
    assertThat(failure).hasMessageContaining("cannot be read");
  }

  @ParameterizedTest
  @CsvSource({"-7200, -3600", "-7200, -301", "301, 3600", "7200, 10800"})
  void aTokenThatIsNotValidNowIsRejected(long issued, long expires) {
    String claims = claims("'client'", SECONDS + issued, SECONDS + expires, "");

    AuthenticationException failure = failure(response(claims));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CLOCK_SKEW);
    assertThat(failure).hasMessageContaining("by this machine's clock");
  }

  @ParameterizedTest
  @CsvSource({"-3900, -299", "299, 3600"})
  void aClockThatIsWrongByMinutesIsTolerated(long issued, long expires) {
    String claims = claims("'client'", SECONDS + issued, SECONDS + expires, "");

    assertThat(validator.validate(response(claims), "n1")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {",'nbf':1893459600", ",'nbf':1893456301"})
  void aTokenThatIsNotValidYetIsRejected(String notBefore) {
    String claims = claims("'client'", SECONDS, SECONDS + 7200, notBefore);

    assertThat(failure(response(claims)).kind()).isEqualTo(AuthenticationErrorKind.CLOCK_SKEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {",'nbf':'tomorrow'", ",'nbf':1e300", ",'nbf':null"})
  void aTimeThatIsNotANumberIsRejected(String notBefore) {
    String claims = claims("'client'", SECONDS, SECONDS + 7200, notBefore);

    assertThat(failure(response(claims)).kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
  }

  @Test
  void aMachineWithAWrongClockUsesTheProvidersTime() {
    String claims = claims("'client'", SECONDS + 86_400, SECONDS + 90_000, "");

    assertThat(validator.validate(response(claims, "Date", "Wed, 02 Jan 2030 00:00:01 GMT"), "n1"))
        .isNotNull();
    assertThat(failure(response(claims, "Date", "Thu, 03 Jan 2030 00:00:00 GMT")).kind())
        .isEqualTo(AuthenticationErrorKind.CLOCK_SKEW);
  }

  @Test
  void aMissingTokenIsReported() {
    assertThat(failure(http.answer(ok("{\"access_token\":\"x\"}"))).kind())
        .isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
  }

  private AuthenticationException failure(IdentityResponse response) {
    return catchThrowableOfType(
        AuthenticationException.class, () -> validator.validate(response, "n1"));
  }

  private static String claims(String audience, long issued, long expires, String more) {
    return "{'iss':'iss','sub':'s','aud':%s,'iat':%d,'exp':%d,'nonce':'n1'%s}"
        .formatted(audience, issued, expires, more);
  }

  private IdentityResponse response(String claims, String... header) {
    String token = idToken(claims.replace('\'', '"'));
    return http.answer(ok("{\"id_token\":\"" + token + "\"}", header));
  }

  private static HttpResponse ok(String json, String... header) {
    HttpHeaders headers =
        header.length == 0
            ? HttpHeaders.of(Map.of())
            : HttpHeaders.of(Map.of(header[0], List.of(header[1])));
    return new HttpResponse(200, headers, json.getBytes(StandardCharsets.UTF_8));
  }
}
