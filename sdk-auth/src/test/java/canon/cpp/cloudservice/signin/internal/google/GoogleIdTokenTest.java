package canon.cpp.cloudservice.signin.internal.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lifetime of an ID token. */
class GoogleIdTokenTest {
  private static final Instant ISSUED = Instant.parse("2030-01-01T00:00:00Z");
  private static final Instant END = ISSUED.plus(Duration.ofHours(1));

  private final HttpTransport network = HttpTransport.jdk().build();
  private final IdentityHttp http = new IdentityHttp(network, "Google", Clock.systemUTC());

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void theLifetimeOfANewTokenIsMeasuredFromReceipt() {
    Instant wrong = Instant.parse("2001-01-01T00:00:00Z");

    assertThat(token().datedBy(at(wrong)).expiresAt()).contains(wrong.plus(Duration.ofHours(1)));
  }

  @Test
  void anOlderTokenExpiresAtItsExpirationTime() {
    Instant later = ISSUED.plus(Duration.ofMinutes(40));

    assertThat(token().datedByItself(at(later)).expiresAt()).contains(END);
  }

  @Test
  void theLifetimeNeverExceedsTheIssuedLifetime() {
    Instant early = ISSUED.minus(Duration.ofMinutes(2));

    assertThat(token().datedByItself(at(early)).expiresAt())
        .contains(early.plus(Duration.ofHours(1)));
  }

  @Test
  void anImplausibleClockIsIgnored() {
    Instant wrong = END.plus(Duration.ofDays(1));

    assertThat(token().datedByItself(at(wrong)).expiresAt())
        .contains(wrong.plus(Duration.ofHours(1)));
  }

  @Test
  void aTokenWithoutAnAddressIsRejected() {
    assertThatThrownBy(() -> token().checkAddress()).hasMessageContaining("no address");
  }

  private GoogleIdToken token() {
    String claims =
        "{\"sub\":\"1\",\"iat\":"
            + ISSUED.getEpochSecond()
            + ",\"exp\":"
            + END.getEpochSecond()
            + "}";
    String middle =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return GoogleIdToken.read("eyJhbGciOiJSUzI1NiJ9." + middle + ".signature", http);
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
