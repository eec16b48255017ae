package canon.cpp.cloudservice.signin.modules;

import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftCredential;
import java.net.URI;
import java.time.Duration;

/**
 * A host of this module. Its identity provider refuses connections, so it gets as far as the
 * network.
 */
final class MicrosoftHost {
  private static final URI NOWHERE = URI.create("https://127.0.0.1:1");

  private MicrosoftHost() {}

  /** Signs in until the connection is refused. */
  public static void main(String[] arguments) {
    HttpTransport network = HttpTransport.jdk().build();
    MicrosoftCredential credential = MicrosoftCredential.secret(Secret.of("secret"));
    try (CachingTokenProvider provider =
        MicrosoftApp.of(network, "client", "api")
            .authority(NOWHERE)
            .inTenant("contoso.com")
            .unattended(credential)) {
      System.out.println(provider.token(TokenRequest.within(Duration.ofSeconds(30))));
    } catch (IllegalStateException | AuthenticationException e) {
      System.out.println(e.getMessage());
    }
    network.close();
  }
}
