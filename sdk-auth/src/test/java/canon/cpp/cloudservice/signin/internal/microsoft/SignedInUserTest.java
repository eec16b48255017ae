package canon.cpp.cloudservice.signin.internal.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedInUserTest {
  private final HttpTransport network = HttpTransport.jdk().build();
  private final SignedInUser person =
      new SignedInUser(new IdentityHttp(network, "Microsoft", Clock.systemUTC()), "client-1");

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void anIdTokenSaysWhoHasSignedIn() {
    var account =
        person.read(token("{'aud':'client-1','nonce':'n-1','oid':'o-1','tid':'t-1'}"), "n-1");

    assertThat(account.id()).isEqualTo("o-1");
    assertThat(account.tenant()).isEqualTo("t-1");
    assertThat(account.displayAddress()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"{'aud':'client-2','nonce':'n-1','oid':'o-1','tid':'t-1'}\", DENIED",
        "\"{'aud':'client-1','nonce':'n-2','oid':'o-1','tid':'t-1'}\", DENIED",
        "\"{'aud':'client-1','oid':'o-1','tid':'t-1'}\", DENIED",
        "\"{'aud':'client-1','nonce':'n-1','tid':'t-1'}\", TOKEN_ENDPOINT",
        "\"{'aud':'client-1','nonce':'n-1','oid':'o-1'}\", TOKEN_ENDPOINT",
        "\"[]\", TOKEN_ENDPOINT"
      })
  void oneOfAnotherSignInIsNotTaken(String claims, AuthenticationErrorKind kind) {
    assertThat(kindOf(token(claims))).isEqualTo(kind);
  }

  @Test
  void withoutOneNobodyHasSignedIn() {
    assertThat(kindOf(null)).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
    assertThat(kindOf("a.b")).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
  }

  private AuthenticationErrorKind kindOf(String token) {
    return catchThrowableOfType(AuthenticationException.class, () -> person.read(token, "n-1"))
        .kind();
  }

  private static String token(String claims) {
    byte[] json = claims.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return "header." + Base64.getUrlEncoder().withoutPadding().encodeToString(json) + ".signature";
  }
}
