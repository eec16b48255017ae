package canon.cpp.cloudservice.errors;

import org.jspecify.annotations.Nullable;

/**
 * Whether a change with an unknown outcome was applied; the result of {@link
 * CloudServiceException#settle()}.
 *
 * @param applied true if the change was applied, before or now, and only once; false if the service
 *     has not applied it and rejects it
 * @param rejection why the service rejects it; null if it was applied
 */
public record Settled(boolean applied, @Nullable Problem rejection) {

  public Settled {
    if (applied == (rejection != null)) {
      throw new IllegalArgumentException("A change is either applied, or rejected for a reason");
    }
  }
}
