package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without an open client and a token for this service, nothing is sent. */
class WhoCallsWireTest {
  @RegisterExtension static final WireService service = new WireService();

  @AfterEach
  void nothingWasSent() {
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void aClientWithoutAProviderIsReportedWithARemedy() {
    try (CloudServiceClient client = service.builder().build()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> client.site().get().execute())
          .withMessageContaining("has no account")
          .withMessageContaining("client.withTokenProvider(provider) or client.withToken(token)");
      assertThatIllegalStateException().isThrownBy(() -> client.session().signIn().execute());
      assertThatIllegalStateException().isThrownBy(() -> client.users().list().iterator().next());
    }
  }

  @Test
  void aClosedClientRejectsCallsOfItsViews() {
    CloudServiceClient client = service.builder().build();
    CloudServiceClient view = client.withToken(WireService.TOKEN);
    client.close();
    client.close();

    for (CloudServiceClient closed : new CloudServiceClient[] {client, view}) {
      assertThatIllegalStateException()
          .isThrownBy(() -> closed.site().get().execute())
          .withMessageStartingWith("This client is closed. Keep one client open");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://other.example", "https://127.0.0.1", "http://127.0.0.1:1"})
  void aTokenBoundToAnotherServiceIsNotSent(URI origin) {
    CloudServiceClient view =
        service.builder().build().withToken(AccessToken.of(WireService.TOKEN).boundTo(origin));

    CloudServiceException failure = Rejections.failureOf(view.users().add(Rejections.EMAIL));

    assertThat(failure)
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("bound to another service")
        .hasMessageContaining("Check the service address");
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.attempts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "secret\n", "secret\r\n", "a secret", "Bearer secret", "secré", "\u0000"})
  void anInvalidTokenIsRejectedWithoutBeingQuoted(String token) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service.client().withToken(token))
        .withMessageContaining("access token")
        .withMessageNotContaining("secr");
  }

  @Test
  void aNullTokenOrProviderIsRejected() {
    assertThatNullPointerException().isThrownBy(() -> service.client().withToken((String) null));
    assertThatNullPointerException()
        .isThrownBy(() -> service.client().withToken((AccessToken) null));
    assertThatNullPointerException().isThrownBy(() -> service.client().withTokenProvider(null));
  }
}
