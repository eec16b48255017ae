package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityFaultsTest {
  private final Entra entra = new Entra();

  @AfterEach
  void close() {
    entra.close();
  }

  private IdentityFault tokenFault() {
    return entra.fake.faults().on(IdentityEndpoint.TOKEN);
  }

  @Test
  void theEndpointCanBeThrottled() {
    tokenFault().times(1).throttle(Duration.ofMillis(4500));

    var answer = entra.tokens();

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(entra.tokens().status()).isEqualTo(200);
  }

  @Test
  void aProxyCanRespondInstead() {
    tokenFault().proxyPage(503);

    var answer = entra.tokens();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).startsWith("<!DOCTYPE html>");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 308})
  void theClientCanBeRedirected(int status) {
    try (var other = FakeEntra.start(entra.clock)) {
      var elsewhere = other.address().resolve("/elsewhere");
      tokenFault().redirect(status, elsewhere);

      var answer = entra.tokens();

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("Location")).isEqualTo(elsewhere.toString());
      assertThat(other.log().entries()).isEmpty();
    }
  }

  @Test
  void anErrorCanBeMicrosoftsOrPlain() {
    tokenFault().times(1).reject(EntraError.mfaRequired());
    tokenFault().times(1).reject(403, "slow_down");

    assertThat(entra.tokens().json().path("error_codes").path(0).asInt()).isEqualTo(50076);
    var plain = entra.tokens();
    assertThat(plain.status()).isEqualTo(403);
    assertThat(plain.body()).isEqualTo("{\"error\":\"slow_down\"}");
  }

  @Test
  void aFaultCanApplyToOneGrant() {
    tokenFault().forGrant("refresh_token").answer(200, "application/json", "{not json");

    var tokens = entra.tokens();

    assertThat(tokens.status()).isEqualTo(200);
    var refreshed =
        entra.web.post(entra.tokenPath, entra.refreshForm(tokens.text("refresh_token")));
    assertThat(refreshed.body()).isEqualTo("{not json");
  }

  @Test
  void theConnectionCanBreak() {
    tokenFault().drop();

    assertThatThrownBy(entra::tokens).hasCauseInstanceOf(IOException.class);
    assertThat(entra.fake.log().of(IdentityEndpoint.TOKEN))
        .extracting(IdentityRequest::status)
        .contains(0);
  }

  @Test
  void aRequestCanBeHeldUntilItIsReleased() {
    var held = entra.fake.faults().on(IdentityEndpoint.KEYS).times(1).hold();
    var request = HttpRequest.newBuilder(entra.fake.jwksUri()).build();

    var answer = entra.web.client().sendAsync(request, BodyHandlers.ofString());
    held.reached().join();
    assertThat(answer).isNotDone();
    held.release();

    assertThat(answer.join().statusCode()).isEqualTo(200);
  }

  @Test
  void closingEndsHeldRequests() {
    var held = entra.fake.faults().on(IdentityEndpoint.KEYS).hold();
    var request = HttpRequest.newBuilder(entra.fake.jwksUri()).build();
    var answer = entra.web.client().sendAsync(request, BodyHandlers.ofString());
    held.reached().join();

    entra.fake.close();

    assertThatThrownBy(answer::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void faultsCanBeRemoved() {
    tokenFault().drop();
    entra.fake.faults().clear();

    assertThat(entra.tokens().status()).isEqualTo(200);
  }

  @Test
  void invalidFaultsAreRejected() {
    var fault = tokenFault();

    assertThatThrownBy(() -> fault.times(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fault.throttle(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fault.redirect(200, URI.create("https://elsewhere.example")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fault.reject(200, "error"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
