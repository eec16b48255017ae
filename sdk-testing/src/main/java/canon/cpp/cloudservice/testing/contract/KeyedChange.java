package canon.cpp.cloudservice.testing.contract;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A change that succeeds, and a different request to the same operation. */
record KeyedChange(
    RawClient sender,
    String method,
    String target,
    @Nullable String body,
    String otherTarget,
    @Nullable String otherBody) {

  RawResponse send() {
    return RawClient.await(sendAsync());
  }

  CompletableFuture<RawResponse> sendAsync() {
    return sender.sendAsync(method, target, body);
  }

  /** Sends the different request under the same key. */
  RawResponse sendOther() {
    return sender.send(method, otherTarget, otherBody);
  }
}
