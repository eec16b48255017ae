package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The token services that a cloud provider offers to the applications on its hosts. */
class CloudHostTest {
  private static final String[] NO_HEADERS = {};

  @Nested
  class AtGoogle {
    private static final String ACCOUNT = "/computeMetadata/v1/instance/service-accounts/default/";
    private static final String IDENTITY = ACCOUNT + "identity?audience=https://api.example";
    private final Google google = new Google();
    private final GoogleServiceAccount tool = google.fake.serviceAccount("partner-tool");
    private final Web host = new Web(google.fake, google.fake.metadataAddress());

    @AfterEach
    void close() {
      google.close();
    }

    private Web.Reply get(String path) {
      return host.get(path, "Metadata-Flavor", "Google");
    }

    @Test
    void anIdTokenHasAnAddressOnlyInFullFormat() {
      google.fake.runHostAs(tool);

      var bare = Jwt.parse(get(IDENTITY).body()).claims();
      var full = Jwt.parse(get(IDENTITY + "&format=full").body()).claims();

      assertThat(bare.path("aud").asText()).isEqualTo("https://api.example");
      assertThat(bare.path("sub").asText()).isEqualTo(tool.uniqueId());
      assertThat(bare.has("email")).isFalse();
      assertThat(full.path("email").asText()).isEqualTo(tool.email());
    }

    @Test
    void theMetadataHeaderIsRequiredAndProxiesAreRejected() {
      google.fake.runHostAs(tool);

      assertThat(host.get(IDENTITY, NO_HEADERS).status()).isEqualTo(403);
      assertThat(host.get(IDENTITY, "Metadata-Flavor", "Other").status()).isEqualTo(403);
      var forwarded =
          host.get(IDENTITY, "Metadata-Flavor", "Google", "X-Forwarded-For", "192.0.2.1");
      assertThat(forwarded.status()).isEqualTo(403);
    }

    @Test
    void aLibraryCanDetectTheMetadataServer() {
      assertThat(host.get("/", NO_HEADERS).header("Metadata-Flavor")).isEqualTo("Google");
      assertThat(get("/computeMetadata/v1/universe/universe-domain").body())
          .isEqualTo("googleapis.com");
    }

    @Test
    void withoutAnAccountThereIsNoMetadataServer() {
      assertThat(get(IDENTITY).status()).isEqualTo(404);
    }

    @Test
    void otherMetadataIsServed() {
      google.fake.runHostAs(tool);

      assertThat(get(ACCOUNT + "email").body()).isEqualTo(tool.email());
      assertThat(get(ACCOUNT + "token").text("access_token")).startsWith("ya29.");
      assertThat(get(ACCOUNT + "identity").status()).isEqualTo(400);
      assertThat(google.fake.log().of(IdentityEndpoint.METADATA)).hasSize(3);
    }
  }

  @Nested
  class AtMicrosoft {
    private final Entra entra = new Entra();
    private final EntraApp identity = entra.fake.app("host-identity").role("Members.Administer");
    private final Web host = new Web(entra.fake, entra.fake.managedIdentityAddress());
    private final String wish = "resource=api://" + entra.fake.apiId() + "&api-version=";
    private final String appService = "/msi/token?" + wish + "2019-08-01";
    private final String machine = "/metadata/identity/oauth2/token?" + wish + "2018-02-01";

    @AfterEach
    void close() {
      entra.close();
    }

    private Web.Reply appService(String path) {
      return host.get(path, "X-IDENTITY-HEADER", entra.fake.managedIdentityHeader());
    }

    @Test
    void aWorkloadGetsATokenWithoutASecret() {
      entra.fake.runHostAs(entra.contoso, identity);

      var atAppService = appService(appService);
      var atMachine = host.get(machine, "Metadata", "true");

      var claims = atAppService.claimsOf("access_token");
      assertThat(claims.path("oid").asText()).isEqualTo(identity.principalId(entra.contoso));
      assertThat(claims.path("aud").asText()).isEqualTo(entra.fake.apiId());
      assertThat(claims.path("roles").path(0).asText()).isEqualTo("Members.Administer");
      assertThat(claims.has("email")).isFalse();
      assertThat(atAppService.json().path("expires_on").isTextual()).isTrue();
      assertThat(atMachine.claimsOf("access_token").path("oid")).isEqualTo(claims.path("oid"));
    }

    @Test
    void theHeadersAreRequired() {
      entra.fake.runHostAs(entra.contoso, identity);

      assertThat(host.get(appService, NO_HEADERS).status()).isEqualTo(401);
      assertThat(host.get(machine, NO_HEADERS).status()).isEqualTo(400);
    }

    @Test
    void invalidRequestsAreRejected() {
      assertThat(appService(appService).text("error_description")).isEqualTo("Identity not found");
      entra.fake.runHostAs(entra.contoso, identity);

      assertThat(appService(appService + "&client_id=other").status()).isEqualTo(400);
      assertThat(appService(appService + "&client_id=" + identity.clientId()).status())
          .isEqualTo(200);
      assertThat(appService("/msi/token?" + wish + "2017-09-01").status()).isEqualTo(400);
      assertThat(appService("/msi/token?api-version=2019-08-01&resource=other").text("error"))
          .isEqualTo("invalid_resource");
    }
  }
}
