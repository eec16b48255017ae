package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.SealingKey;
import java.net.URI;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosoftAppTest {
  private static final AuthorizationCodeOptions OPTIONS =
      AuthorizationCodeOptions.of(URI.create("https://printer.example/callback"));
  private final HttpTransport network = HttpTransport.jdk().build();
  private final MicrosoftApp app = MicrosoftApp.of(network, "client-1", "api-1");

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void usersSignInAtTheWorldwideCloudByDefault() {
    assertThat(app.begin(OPTIONS).url().toString())
        .startsWith("https://login.microsoftonline.com/common/oauth2/v2.0/authorize?");
  }

  @Test
  void usersOfOneTenantSignInAtItsAuthority() {
    MicrosoftApp theirs =
        app.authority(URI.create("https://login.microsoftonline.us/")).tenant("Contoso.com");

    assertThat(theirs.begin(OPTIONS).url().toString())
        .startsWith("https://login.microsoftonline.us/contoso.com/oauth2/v2.0/authorize?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "api://x", "a/b", "a b", "a?b", "é"})
  void invalidIdsAreRejected(String id) {
    assertThatThrownBy(() -> MicrosoftApp.of(network, id, "api-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("clientId must be the id");
    assertThatThrownBy(() -> MicrosoftApp.of(network, "client-1", id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("apiId must be the id");
    assertThatThrownBy(() -> app.tenant(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tenant must be the id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.microsoftonline.us",
        "https://login.microsoftonline.us/common",
        "https://user@login.microsoftonline.us",
        "https://login.microsoftonline.us?x=y",
        "https://login.microsoftonline.us#x",
        "login.microsoftonline.us",
        "https:///"
      })
  void invalidAuthoritiesAreRejected(String address) {
    URI cloud = URI.create(address);

    assertThatThrownBy(() -> app.authority(cloud))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The authority must be https and a host");
  }

  @Test
  void aSessionIsResumedByAnotherNode() {
    SealingKey key = SealingKey.of(new SecretKeySpec(new byte[32], "AES"));
    AuthorizationCodeSession session = app.begin(OPTIONS);

    assertThat(app.resume(session.seal(key), key).url()).isEqualTo(session.url());
  }

  @Test
  void toStringShowsTheRegistration() {
    assertThat(app.inTenant("contoso.com"))
        .hasToString(
            "MicrosoftTenantApp[https://login.microsoftonline.com/contoso.com, client client-1, API"
                + " api-1]");
  }
}
