package canon.cpp.cloudservice.testing;

import java.util.concurrent.CompletableFuture;

/**
 * Requests that are held until the test releases them.
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
   * Created by a fault; see {@link Fault#hold()}.
   *
   * @param reached completes when the first request is held
   * @param gate completes when the requests are released
   */
  public Hold(CompletableFuture<Void> reached, CompletableFuture<Void> gate) {
    this.reached = reached;
    this.gate = gate;
  }

  /**
   * Returns a future that completes when the first request is held.
   *
   * @return a copy; completing it has no effect
   */
  public CompletableFuture<Void> reached() {
    return reached.copy();
  }

  /** Releases all requests that are held here, now or later. */
  public void release() {
    gate.complete(null);
  }
}
