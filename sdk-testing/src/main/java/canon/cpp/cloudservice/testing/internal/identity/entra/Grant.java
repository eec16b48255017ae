package canon.cpp.cloudservice.testing.internal.identity.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One way to come by a token. */
@FunctionalInterface
interface Grant {
  /**
   * Answers a token request.
   *
   * @throws EntraRefusal if it is refused
   */
  ObjectNode answer(TokenCall call);
}
