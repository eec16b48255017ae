package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;

/** Sends one request for msal4j. */
@FunctionalInterface
interface MsalSender {

  /**
   * Gives back a good answer; anything else ends in a {@link
   * canon.cpp.cloudservice.errors.AuthenticationException}, and msal4j never sees it.
   */
  IdentityResponse send(HttpRequest request);
}
