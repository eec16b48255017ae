package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntraDiscoveryTest {
  private static final String OPENID = "/v2.0/.well-known/openid-configuration";
  private final Entra entra = new Entra();

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void aTenantPublishesItsEndpoints() {
    var found = entra.web.get("/" + entra.contoso.id() + OPENID);

    assertThat(found.text("issuer")).isEqualTo(entra.contoso.issuer());
    assertThat(found.text("token_endpoint"))
        .isEqualTo(entra.contoso.authority() + "oauth2/v2.0/token");
    assertThat(found.text("device_authorization_endpoint")).endsWith("/oauth2/v2.0/devicecode");
    assertThat(found.text("authorization_endpoint")).endsWith("/oauth2/v2.0/authorize");
    assertThat(entra.web.get(found.text("jwks_uri")).status()).isEqualTo(200);
  }

  @Test
  void aTenantIsFoundByItsDomain() {
    assertThat(entra.web.get("/contoso.com" + OPENID).text("issuer"))
        .isEqualTo(entra.contoso.issuer());
  }

  @Test
  void sharedEndpointsHaveAnIssuerTemplate() {
    assertThat(entra.web.get("/common" + OPENID).text("issuer")).isEqualTo(entra.fake.issuer());
  }

  @Test
  void anUnknownTenantHasNoEndpoints() {
    assertThat(entra.web.get("/nowhere.example" + OPENID).text("error"))
        .isEqualTo("invalid_request");
  }

  @Test
  void theCloudHasOneHostName() {
    var found = entra.web.get("/common/discovery/instance?api-version=1.1").json();

    assertThat(found.path("metadata").path(0).path("aliases").path(0).asText())
        .isEqualTo(entra.fake.address().getRawAuthority());
  }

  @Test
  void afterRotationANewKeySignsAndTheOldOneIsStillPublished() {
    var before = entra.tokens().text("access_token");
    entra.fake.rotateKeys();
    var after = entra.tokens().text("access_token");

    var keys = entra.web.get(entra.fake.jwksUri().toString()).json().path("keys");

    assertThat(keys.findValuesAsText("kid"))
        .containsExactly("fake-entra-key-1", "fake-entra-key-2");
    assertThat(entra.fake.publicKeys()).containsOnlyKeys("fake-entra-key-1", "fake-entra-key-2");
    assertThat(before.split("\\.", -1)[0]).isNotEqualTo(after.split("\\.", -1)[0]);
  }

  @Test
  void unknownPathsAreNotFound() {
    assertThat(entra.web.get("/").status()).isEqualTo(404);
    assertThat(entra.web.get(entra.tokenPath).status()).isEqualTo(405);
  }
}
