package canon.cpp.cloudservice.signin.google;

import canon.cpp.cloudservice.testing.identity.FakeGoogle;
import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.ImpersonatedCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Google's library as a host would use it without this library, over its own transport. */
final class UnguardedLibrary {
  private static final List<String> CLOUD =
      List.of("https://www.googleapis.com/auth/cloud-platform");

  private UnguardedLibrary() {}

  /** The sign-in of a user. */
  static UserCredentials person(GoogleTestEnvironment world, String refreshToken) {
    return UserCredentials.newBuilder()
        .setClientId(world.client.clientId())
        .setClientSecret(GoogleTestEnvironment.SECRET)
        .setRefreshToken(refreshToken)
        .setTokenServerUri(world.google.address().resolve("/token"))
        .setHttpTransportFactory(transport(world.google))
        .build();
  }

  /** A service account's key. */
  static ServiceAccountCredentials key(GoogleTestEnvironment world, GoogleServiceAccount account)
      throws IOException {
    return ServiceAccountCredentials.fromStream(
        new ByteArrayInputStream(account.keyJson().getBytes(StandardCharsets.UTF_8)),
        transport(world.google));
  }

  /** A service account that impersonates another. */
  static ImpersonatedCredentials acting(
      GoogleTestEnvironment world, GoogleServiceAccount account, GoogleServiceAccount target)
      throws IOException {
    return ImpersonatedCredentials.newBuilder()
        .setSourceCredentials(key(world, account).createScoped(CLOUD))
        .setTargetPrincipal(target.email())
        .setScopes(CLOUD)
        .setHttpTransportFactory(transport(world.google))
        .build();
  }

  /** Trusts the fake, and resolves Google's hosts to it. */
  private static HttpTransportFactory transport(FakeGoogle google) {
    HttpTransport transport =
        new NetHttpTransport.Builder()
            .setSslSocketFactory(google.sslContext().getSocketFactory())
            .setConnectionFactory(
                url -> {
                  URI asked = URI.create(url.toString());
                  boolean elsewhere = asked.getHost().endsWith(".googleapis.com");
                  URI at = elsewhere ? google.address().resolve(asked.getRawPath()) : asked;
                  return (HttpURLConnection) at.toURL().openConnection();
                })
            .build();
    return () -> transport;
  }
}
