package canon.cpp.cloudservice.harness;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import java.util.concurrent.CountDownLatch;

/** A token provider that waits until the test lets it go, or until its thread is interrupted. */
public final class HeldTokenProvider implements TokenProvider {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @Override
  public AccessToken token(TokenRequest request) {
    asked.countDown();
    Threads.await(released);
    return AccessToken.of("too-late");
  }

  /** Waits until somebody asks for the token. */
  public void awaitRequest() {
    Threads.await(asked);
  }

  /** Lets go all who wait for the token, now and later. */
  public void release() {
    released.countDown();
  }
}
