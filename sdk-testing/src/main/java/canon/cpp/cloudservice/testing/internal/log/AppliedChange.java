package canon.cpp.cloudservice.testing.internal.log;

import canon.cpp.cloudservice.testing.internal.service.ReceivedRequest;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import java.util.Set;

/**
 * The change that a request applied, without its idempotency key. Equal values are the same change.
 *
 * @param who the account, or the token for operations that each device performs by itself
 * @param what path and digest of the body
 */
record AppliedChange(String who, String operation, String what) {
  private static final Set<String> BY_EVERY_DEVICE =
      Set.of("signIn", "signOut", "activateRemoteControl");

  static AppliedChange of(ReceivedRequest received) {
    String operation = received.operation().orElseThrow().name();
    IssuedToken token = received.token().orElseThrow();
    String who =
        BY_EVERY_DEVICE.contains(operation)
            ? token.text()
            : token.account().provider().id() + " " + token.account().subject();
    String body = Digests.hex(received.request().body());
    return new AppliedChange(who, operation, received.request().rawPath() + " " + body);
  }
}
