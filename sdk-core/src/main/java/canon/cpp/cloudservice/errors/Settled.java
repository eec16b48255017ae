package canon.cpp.cloudservice.errors;

import org.jspecify.annotations.Nullable;

/**
 * What became of a change whose effect was not known; the answer of {@link
 * CloudServiceException#settle()}.
 *
 * @param landed true if the change is done, whether long ago or just now, and done once; false if
 *     the service has not done it and refuses it
 * @param refusal why the service refuses it; null if it is done
 */
public record Settled(boolean landed, @Nullable Problem refusal) {

  /**
   * Creates the value, for tests of a program that settles.
   *
   * @param landed whether the change is done
   * @param refusal why not
   * @throws IllegalArgumentException if it is done and refused, or neither
   */
  public Settled {
    if (landed == (refusal != null)) {
      throw new IllegalArgumentException("A change is either done, or refused for a reason");
    }
  }
}
