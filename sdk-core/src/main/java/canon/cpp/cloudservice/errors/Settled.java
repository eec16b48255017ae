package canon.cpp.cloudservice.errors;

import org.jspecify.annotations.Nullable;

/**
 * What became of a change whose effect was not known; the answer of {@link
 * CloudServiceException#settle()}.
 *
 * @param applied true if the change is done, whether long ago or just now, and done once; false if
 *     the service has not done it and rejects it
 * @param rejection why the service rejects it; null if it is done
 */
public record Settled(boolean applied, @Nullable Problem rejection) {

  /**
   * Creates the value, for tests of a program that settles.
   *
   * @param applied whether the change is done
   * @param rejection why not
   * @throws IllegalArgumentException if it is done and rejected, or neither
   */
  public Settled {
    if (applied == (rejection != null)) {
      throw new IllegalArgumentException("A change is either done, or rejected for a reason");
    }
  }
}
