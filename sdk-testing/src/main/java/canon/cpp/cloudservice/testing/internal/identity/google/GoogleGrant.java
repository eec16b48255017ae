package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A grant type of the token endpoint. */
@FunctionalInterface
interface GoogleGrant {
  /**
   * Handles a token request.
   *
   * @throws OAuthErrorException if it is rejected
   */
  ObjectNode respond(Parameters form, Instant now);
}
