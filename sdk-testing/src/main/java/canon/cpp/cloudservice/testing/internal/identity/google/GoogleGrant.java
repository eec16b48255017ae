package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.identity.http.Parameters;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** One way to come by a token. */
@FunctionalInterface
interface GoogleGrant {
  /**
   * Answers a token request.
   *
   * @throws OAuthErrorException if it is rejected
   */
  ObjectNode answer(Parameters form, Instant now);
}
