package canon.cpp.cloudservice.testing.contract;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A change that will succeed, and another request to the same operation that it can be taken for.
 */
record KeyedChange(
    RawClient sender,
    String method,
    String target,
    @Nullable String body,
    String otherTarget,
    @Nullable String otherBody) {

  RawResponse send() {
    return sendAsync().join();
  }

  CompletableFuture<RawResponse> sendAsync() {
    return sender.sendAsync(method, target, body);
  }

  /** Sends the other request, under the same key. */
  RawResponse sendOther() {
    return sender.send(method, otherTarget, otherBody);
  }
}
