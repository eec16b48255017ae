package canon.cpp.cloudservice.harness;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import java.util.concurrent.CountDownLatch;

/** A token provider that waits until the test releases it, or until its thread is interrupted. */
public final class HeldTokenProvider implements TokenProvider {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @Override
  public AccessToken token(TokenRequest request) {
    asked.countDown();
    Threads.await(released);
    return AccessToken.of("too-late");
  }

  /** Waits until a token is requested. */
  public void awaitRequest() {
    Threads.await(asked);
  }

  /** Releases all waiting and future token requests. */
  public void release() {
    released.countDown();
  }
}
