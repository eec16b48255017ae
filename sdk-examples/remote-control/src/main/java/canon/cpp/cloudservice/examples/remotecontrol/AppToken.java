package canon.cpp.cloudservice.examples.remotecontrol;

import canon.cpp.cloudservice.auth.AccessToken;

/**
 * A token that an app has sent, and what the back end does with it.
 *
 * @param token the token, which prints nothing
 * @param tenant the Microsoft tenant in which the back end exchanges the token; empty for a token
 *     for the service itself, which the back end passes on as it is
 */
record AppToken(AccessToken token, String tenant) {
  boolean isForService() {
    return tenant.isEmpty();
  }
}
