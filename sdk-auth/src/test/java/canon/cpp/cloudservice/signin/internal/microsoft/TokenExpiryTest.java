package canon.cpp.cloudservice.signin.internal.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which token endpoints write the expiry of a token. */
class TokenExpiryTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final HttpTransport transport = HttpTransport.jdk().build();

  @AfterEach
  void close() {
    transport.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'expires_in':3600",
        "'expires_in':3600.0",
        "'expires_in':'3600'",
        "'expires_in':'3600.0'",
        "'expires_in':3600.999",
        "'expires_in':'3600','expires_on':'1'",
        "'expires_in':'2030-01-01T01:00:00Z'",
        "'expires_in':'2030-01-01T02:00:00+01:00'",
        "'expires_on':1893459600",
        "'expires_on':'1893459600'",
        "'expires_on':1893459600.0",
        "'expires_on':'2030-01-01T01:00:00Z'",
        "'expires_on':'01/01/2030 01:00:00 +00:00'",
        "'expires_on':'1/1/2030 1:00:00 AM +00:00'",
        "'expires_on':'Tue, 01 Jan 2030 01:00:00 GMT'"
      })
  void eachFormIsOneHour(String fields) {
    assertThat(token(fields).expiresAt()).contains(NOW.plus(Duration.ofHours(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'expires_in':-1",
        "'expires_in':'soon'",
        "'expires_in':{}",
        "'expires_in':1e300",
        "'expires_in':null",
        "'expires_on':'31/31/2030 01:00:00 +00:00'"
      })
  void anExpiryThatCannotBeReadIsUnknown(String fields) {
    assertThat(token(fields).expiresAt()).isEmpty();
  }

  @Test
  void anInstantIsRelativeToTheClockOfTheSender() {
    AccessToken token =
        token("'expires_on':'2030-01-02T01:00:00Z'", "Date", "Wed, 02 Jan 2030 00:00:00 GMT");

    assertThat(token.expiresAt()).contains(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void theTimeToRefreshMayHaveAFractionToo() {
    assertThat(token("'expires_in':3600,'refresh_in':'1800.0'").refreshAt())
        .contains(NOW.plus(Duration.ofMinutes(30)));
  }

  private AccessToken token(String fields, String... header) {
    String json = ("{'access_token':'t'," + fields + "}").replace('\'', '"');
    HttpHeaders headers =
        HttpHeaders.of(header.length == 0 ? Map.of() : Map.of(header[0], List.of(header[1])));
    HttpResponse response = new HttpResponse(200, headers, json.getBytes(StandardCharsets.UTF_8));
    return TokenExpiry.token(new IdentityHttp(transport, "Test", CLOCK).answer(response), CLOCK);
  }
}
