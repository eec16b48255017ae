package canon.cpp.cloudservice.testing.internal.identity.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A grant type of the token endpoint. */
@FunctionalInterface
interface EntraGrant {
  /**
   * Handles a token request.
   *
   * @throws EntraErrorException if it is rejected
   */
  ObjectNode respond(TokenCall call);
}
