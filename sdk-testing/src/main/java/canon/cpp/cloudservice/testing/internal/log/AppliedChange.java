package canon.cpp.cloudservice.testing.internal.log;

import canon.cpp.cloudservice.testing.internal.service.ReceivedRequest;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import java.util.Set;

/**
 * What a request did, apart from its idempotency key: two that are equal did the same.
 *
 * @param who whose account; for what every device does by itself, by which token
 * @param what path and body
 */
record AppliedChange(String who, String operation, String what) {
  private static final Set<String> BY_EVERY_DEVICE =
      Set.of("signIn", "signOut", "activateRemoteControl");

  static AppliedChange of(ReceivedRequest arrival) {
    String operation = arrival.operation().orElseThrow().name();
    IssuedToken token = arrival.token().orElseThrow();
    String who =
        BY_EVERY_DEVICE.contains(operation)
            ? token.text()
            : token.account().provider().id() + " " + token.account().subject();
    String body = Digests.hex(arrival.request().body());
    return new AppliedChange(who, operation, arrival.request().rawPath() + " " + body);
  }
}
