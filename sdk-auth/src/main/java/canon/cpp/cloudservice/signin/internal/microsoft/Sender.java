package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.signin.internal.http.IdentityAnswer;

/** Sends one request for msal4j. */
@FunctionalInterface
interface Sender {

  /**
   * Gives back a good answer; anything else ends in a {@link
   * canon.cpp.cloudservice.errors.SignInException}, and msal4j never sees it.
   */
  IdentityAnswer send(HttpRequest request);
}
