package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.internal.identity.entra.TokenCall.Proof;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The client credentials grant (RFC 6749, 4.4; D34). */
final class ClientCredentialsGrant implements EntraGrant {
  private final EntraDirectory directory;
  private final EntraTokens tokens;

  ClientCredentialsGrant(EntraDirectory directory, EntraTokens tokens) {
    this.directory = directory;
    this.tokens = tokens;
  }

  @Override
  public ObjectNode respond(TokenCall call) {
    if (call.proof() == Proof.NONE) {
      throw EntraErrorException.invalidClient(7000218, "A public client gets no token for itself.");
    }
    Tenant tenant =
        directory
            .concrete(call.realm())
            .filter(found -> !found.isPersonal())
            .orElseThrow(
                () ->
                    EntraErrorException.invalidRequest(
                        50059, "No tenant-identifying information found in the request."));
    ClaimsRequest.check(call.form().get("claims"));
    Scopes scopes = Scopes.parse(call.form().words("scope"), directory);
    if (!scopes.isDefaultOnly()) {
      throw EntraErrorException.of(
          "invalid_scope",
          1002012,
          "Client credential flows must have a scope value with /.default suffixed.");
    }
    return tokens.forProgram(call, tenant, scopes.resource().orElseThrow());
  }
}
