package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.time.Timer;

/** How a user is asked to sign in. */
@FunctionalInterface
interface Prompt {

  /** Asks the user, and stores what was granted in the grant. Blocks. */
  AccessToken ask(UserGrant grant, TokenRequest request, Timer timer);
}
