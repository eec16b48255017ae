package canon.cpp.cloudservice.examples;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftCredential;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftTenantApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The code in {@code docs/authentication-microsoft.md}. */
final class MicrosoftSnippets {
  private MicrosoftSnippets() {}

  static void people(
      CloudServiceClient client, HttpTransport network, String clientId, String apiId) {
    MicrosoftApp app = MicrosoftApp.of(network, clientId, apiId);
    AccountTokenProvider admin = app.deviceCode(code -> System.out.println(code.message())).build();
    admin.token(TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction());
    client.withTokenProvider(admin).session().signIn().execute();
  }

  static void programs(
      CloudServiceClient client, HttpTransport network, String clientId, String apiId)
      throws IOException {
    MicrosoftCredential credential =
        MicrosoftCredential.certificate(Files.readAllBytes(Path.of("tool.pem")));
    MicrosoftTenantApp contoso = MicrosoftApp.of(network, clientId, apiId).inTenant("contoso.com");
    try (CachingTokenProvider tool = contoso.unattended(credential)) {
      client.withTokenProvider(tool).session().get().execute();
    }
  }
}
