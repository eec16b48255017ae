package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;

/** The metadata of the provider. */
final class DiscoveryEndpoint {
  private final URI address;
  private final EntraDirectory directory;

  DiscoveryEndpoint(URI address, EntraDirectory directory) {
    this.address = address;
    this.directory = directory;
  }

  /**
   * OpenID discovery. For an authority of several tenants the issuer is a template, as at
   * Microsoft.
   */
  WebResponse openId(WebRequest request) {
    String realm = request.variable("tenant");
    if (!directory.hasRealm(realm)) {
      throw TokenEndpoint.unknownTenant();
    }
    String issuer = directory.concrete(realm).map(Tenant::id).orElse("{tenantid}");
    String base = address + "/" + realm;
    ObjectNode response =
        Json.object()
            .put("issuer", address + "/" + issuer + "/v2.0")
            .put("authorization_endpoint", base + "/oauth2/v2.0/authorize")
            .put("token_endpoint", base + "/oauth2/v2.0/token")
            .put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode")
            .put("jwks_uri", base + "/discovery/v2.0/keys");
    list(response, "response_types_supported", "code");
    list(response, "response_modes_supported", "query", "form_post");
    list(response, "subject_types_supported", "pairwise");
    list(response, "id_token_signing_alg_values_supported", "RS256");
    list(response, "scopes_supported", "openid", "profile", "email", "offline_access");
    list(response, "code_challenge_methods_supported", "S256");
    list(
        response,
        "token_endpoint_auth_methods_supported",
        "client_secret_post",
        "client_secret_basic",
        "private_key_jwt");
    return WebResponse.json(response);
  }

  /** Instance discovery: the host names of one cloud; here there is one. */
  WebResponse instances(WebRequest request) {
    String host = address.getRawAuthority();
    ObjectNode response =
        Json.object()
            .put(
                "tenant_discovery_endpoint",
                address + "/common/v2.0/.well-known/openid-configuration")
            .put("api-version", "1.1");
    ObjectNode cloud = response.putArray("metadata").addObject();
    cloud.put("preferred_network", host).put("preferred_cache", host);
    cloud.putArray("aliases").add(host);
    return WebResponse.json(response);
  }

  private static void list(ObjectNode response, String name, String... values) {
    List.of(values).forEach(response.putArray(name)::add);
  }
}
