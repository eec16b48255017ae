package canon.cpp.cloudservice.signin.internal.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.http.HttpTransport;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The issuers that an authorization response of Microsoft may name. */
class MicrosoftIssuersTest {
  private static final String CLOUD = "https://login.microsoftonline.com/";

  @ParameterizedTest
  @CsvSource({
    "common, 11111111-2222-3333-4444-555555555555/v2.0, true",
    "contoso.com, 11111111-2222-3333-4444-555555555555/v2.0, true",
    "11111111-2222-3333-4444-555555555555, 11111111-2222-3333-4444-555555555555/v2.0, true",
    "11111111-2222-3333-4444-555555555555, 99999999-2222-3333-4444-555555555555/v2.0, false",
    "consumers, 9188040d-6c67-4c5b-b112-36a304b66dad/v2.0, true",
    "consumers, 11111111-2222-3333-4444-555555555555/v2.0, false",
    "common, common/v2.0, false",
    "common, 11111111-2222-3333-4444-555555555555, false",
    "common, 11111111-2222-3333-4444-555555555555/v2.0/, false",
    "common, .attacker.example/11111111-2222-3333-4444-555555555555/v2.0, false",
  })
  void theTenantIsOneThatCanSignIn(String tenant, String issuer, boolean accepted) {
    assertThat(MicrosoftIssuers.of(settings(tenant)).test(CLOUD + issuer)).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.us/11111111-2222-3333-4444-555555555555/v2.0",
    "http://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
    "https://login-microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
    "https://accounts.google.com",
  })
  void anotherCloudOrProviderIsNotAnIssuer(String issuer) {
    assertThat(MicrosoftIssuers.of(settings("common")).test(issuer)).isFalse();
  }

  private static MicrosoftSettings settings(String tenant) {
    try (HttpTransport network = HttpTransport.jdk().build()) {
      return MicrosoftSettings.of(network, "client", "api")
          .withCloud(URI.create(CLOUD.substring(0, CLOUD.length() - 1)))
          .withTenant(tenant);
    }
  }
}
