package canon.cpp.cloudservice.signin.modules;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.google.GoogleApp;
import canon.cpp.cloudservice.signin.google.GoogleServiceCredentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/**
 * A host of this module. Its identity provider refuses connections, so it gets as far as the
 * network.
 */
final class GoogleHost {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  private GoogleHost() {}

  /** Signs in until the connection is refused. */
  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    HttpTransport network = HttpTransport.jdk().build();
    System.out.println(GoogleApp.of(network, "client", Secret.of("secret")));
    try (AccountTokenProvider provider =
        GoogleServiceCredentials.of(network, "https://api.contoso.com")
            .at(NOWHERE)
            .serviceAccount(key())) {
      System.out.println(provider.token(TokenRequest.within(Duration.ofSeconds(30))));
    } catch (IllegalStateException | AuthenticationException e) {
      System.out.println(e.getMessage());
    }
    network.close();
  }

  private static byte[] key() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    String key =
        Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    String json =
        """
        {"type": "service_account", "client_id": "1", "client_email": "tool@contoso.com",
         "private_key_id": "1",
         "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----"}
        """
            .formatted(key);
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
