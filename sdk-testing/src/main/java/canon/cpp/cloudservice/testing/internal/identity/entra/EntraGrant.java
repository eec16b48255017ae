package canon.cpp.cloudservice.testing.internal.identity.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One way to come by a token. */
@FunctionalInterface
interface EntraGrant {
  /**
   * Answers a token request.
   *
   * @throws EntraErrorException if it is rejected
   */
  ObjectNode answer(TokenCall call);
}
