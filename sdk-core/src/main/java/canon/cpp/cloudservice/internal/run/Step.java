package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.errors.CloudServiceException;
import java.time.Duration;

/** What follows an attempt. Both drivers act on it; they differ only in how they wait. */
sealed interface Step<T> {

  /** The call has succeeded. If that ends the session, the token provider forgets the account. */
  record Done<T>(T value, boolean endsSession) implements Step<T> {}

  /** The call has failed. */
  record Failed<T>(CloudServiceException exception) implements Step<T> {}

  /** Another attempt follows after a delay. */
  record Retry<T>(Duration delay) implements Step<T> {}
}
