package canon.cpp.cloudservice.errors;

import canon.cpp.cloudservice.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a change with an unknown outcome was applied; the result of {@link
 * CloudServiceException#settle()}.
 *
 * <pre>{@code
 * Settled settled = e.settle().execute();
 * Optional<AddedUser> added = settled.result(AddedUser.class);
 * }</pre>
 *
 * @param applied true if the change was applied, before or now, and only once; false if the service
 *     has not applied it and rejects it
 * @param rejection why the service rejects it; null if it was applied
 * @param result the result of the change; null if it was rejected
 */
public record Settled(boolean applied, @Nullable Problem rejection, @Nullable Object result) {

  public Settled {
    if (applied == (rejection != null) || (result != null && !applied)) {
      throw new IllegalArgumentException(
          "A change is either applied, possibly with a result, or rejected for a reason");
    }
  }

  /**
   * Creates it without the result of the change.
   *
   * @param applied whether the change was applied
   * @param rejection why the service rejects it; null if it was applied
   */
  public Settled(boolean applied, @Nullable Problem rejection) {
    this(applied, rejection, null);
  }

  /**
   * Returns what the change would have returned if it had not failed.
   *
   * @param type the type of the change's result, such as {@code AddedUser.class}
   * @param <T> the type of the result
   * @return the result, or empty if the change was rejected
   * @throws ClassCastException if the result of the change has another type
   */
  public <T> Optional<T> result(Class<T> type) {
    Object value =
        result instanceof Response<?> response && type != Response.class
            ? response.value()
            : result;
    return Optional.ofNullable(type.cast(value));
  }
}
