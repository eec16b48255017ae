package canon.cpp.cloudservice.examples;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.google.GoogleApp;
import canon.cpp.cloudservice.signin.google.GoogleServiceCredentials;
import java.nio.file.Path;
import java.time.Duration;

/** The code in {@code docs/authentication-google.md}. */
final class GoogleSnippets {
  private GoogleSnippets() {}

  static void people(
      CloudServiceClient client, HttpTransport network, String clientId, String clientSecret) {
    GoogleApp app = GoogleApp.of(network, clientId, Secret.of(clientSecret));
    AccountTokenProvider admin = app.deviceCode(code -> System.out.println(code.message())).build();
    admin.token(TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction());
    client.withTokenProvider(admin).session().signIn().execute();
  }

  static void programs(HttpTransport network) {
    GoogleServiceCredentials robot = GoogleServiceCredentials.of(network, "https://api.example");
    AccountTokenProvider tool = robot.metadataServer();
    AccountTokenProvider members =
        robot
            .impersonating("members@project.iam.gserviceaccount.com")
            .serviceAccount(Path.of("google-key.json"));
    tool.close();
    members.close();
  }
}
