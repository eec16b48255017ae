package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.time.Timer;

/** How a person is asked. */
@FunctionalInterface
interface Prompt {

  /** Asks the person, and has the grant remember what was granted. Blocks. */
  AccessToken ask(UserGrant grant, TokenRequest request, Timer timer);
}
