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
  private final CompletableFuture<Void> reached;
  private final CompletableFuture<Void> gate;

  /**
   * Made by a fault; a test asks the fault for it.
   *
   * @param reached completes when the first request is held
   * @param gate what they wait for
   */
  public Hold(CompletableFuture<Void> reached, CompletableFuture<Void> gate) {
    this.reached = reached;
    this.gate = gate;
  }

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
}
