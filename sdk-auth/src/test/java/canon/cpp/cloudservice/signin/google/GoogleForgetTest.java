package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.failureOf;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.token;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A user signs out. */
class GoogleForgetTest {
  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPeople();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void forgettingRevokesTheGrantAtGoogle() {
    try (AccountTokenProvider provider = world.signIn()) {
      provider.forget();

      assertThat(world.requests(IdentityEndpoint.REVOKE))
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.status()).isEqualTo(200);
                assertThat(request.parameter("token"))
                    .hasValueSatisfying(token -> assertThat(token).contains("refresh"));
              });
    }
  }

  @Test
  void nothingIsKept() {
    try (AccountTokenProvider provider = world.signIn()) {
      provider.forget();

      assertThat(provider.account()).isEmpty();
      assertThat(failureOf(() -> token(provider)).kind())
          .isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
    }
  }

  @Test
  void aFailedRevocationStillForgetsTheAccount() {
    world.google.faults().on(IdentityEndpoint.REVOKE).reject(503, "server_error");
    try (AccountTokenProvider provider = world.signIn()) {
      provider.forget();

      assertThat(provider.account()).isEmpty();
      assertThat(world.requests(IdentityEndpoint.REVOKE)).hasSize(1);
    }
  }

  @Test
  void aNetworkFailureStillForgetsTheAccount() {
    world.google.faults().on(IdentityEndpoint.REVOKE).drop();
    try (AccountTokenProvider provider = world.signIn()) {
      provider.forget();

      assertThat(provider.account()).isEmpty();
    }
  }

  @Test
  void signingOutTwiceRevokesOnce() {
    try (AccountTokenProvider provider = world.signIn()) {
      provider.forget();
      provider.forget();

      assertThat(world.requests(IdentityEndpoint.REVOKE)).hasSize(1);
    }
  }
}
