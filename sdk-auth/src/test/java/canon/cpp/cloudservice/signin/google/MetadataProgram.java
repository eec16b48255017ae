package canon.cpp.cloudservice.signin.google;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import canon.cpp.cloudservice.signin.internal.jwt.IdToken;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A program on a machine of Google: the library reads the metadata server's address from the
 * environment of the JVM.
 */
final class MetadataProgram {
  private MetadataProgram() {}

  /** Arguments: address of the other hosts, authority's file, service account to act as or "-". */
  public static void main(String[] arguments) {
    // This proxy reaches nothing.
    HttpTransport network =
        arguments[2].equals("-")
            ? HttpTransport.jdk().proxy(ProxySettings.of("127.0.0.1", 1)).build()
            : HttpTransport.jdk()
                .trust(TrustSettings.system().withTrustAnchors(Path.of(arguments[1])))
                .build();
    GoogleServiceCredentials robot =
        GoogleServiceCredentials.of(network, GoogleTestEnvironment.AUDIENCE)
            .at(URI.create(arguments[0]));
    GoogleServiceCredentials chosen =
        arguments[2].equals("-") ? robot : robot.impersonating(arguments[2]);
    try (AccountTokenProvider provider = chosen.metadataServer()) {
      String token = provider.token(TokenRequest.within(Duration.ofSeconds(30))).value();
      System.out.println("address " + IdToken.read(token).email().orElse("none"));
      System.out.println("meant " + IdToken.read(token).isFor(GoogleTestEnvironment.AUDIENCE));
    } catch (AuthenticationException e) {
      System.out.println("kind " + e.kind());
      System.out.println(e.getMessage());
    }
    network.close();
  }
}
