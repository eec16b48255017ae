package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;

/** Sends one request of msal4j. */
@FunctionalInterface
interface MsalSender {

  /**
   * Sends the request and returns a successful response.
   *
   * @throws canon.cpp.cloudservice.errors.AuthenticationException for any other response, so that
   *     msal4j does not receive it
   */
  IdentityResponse send(HttpRequest request);
}
