package canon.cpp.cloudservice.testing;

import java.util.concurrent.CompletableFuture;

/**
 * Requests that are held in the middle, until the test lets them go on.
 *
 * <pre>{@code
 * Hold hold = fake.faults().on("addUser").times(1).hold();
 * CompletableFuture<AddedUser> added = client.users().add("john@contoso.com").executeAsync();
 * hold.reached().join();
 * …                                      // whatever comes in between
 * hold.release();
 * added.join();
 * }</pre>
 */
public final class Hold {
  private final CompletableFuture<Void> reached = new CompletableFuture<>();
  private final CompletableFuture<Void> gate = new CompletableFuture<>();

  Hold() {}

  /**
   * Tells when the first request is held.
   *
   * @return completes then
   */
  public CompletableFuture<Void> reached() {
    return reached.copy();
  }

  /** Lets all requests go on that are held here, and all that would be. */
  public void release() {
    gate.complete(null);
  }

  CompletableFuture<Void> reachedFuture() {
    return reached;
  }

  CompletableFuture<Void> gate() {
    return gate;
  }
}
