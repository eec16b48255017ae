package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.errors.CloudServiceException;
import java.time.Duration;

/** What follows on an attempt. Both drivers act on it; they differ only in how they wait. */
sealed interface Step<T> {

  /** The call has its answer; if that signs the account out, its provider has to forget it. */
  record Done<T>(T value, boolean signsOut) implements Step<T> {}

  /** The call has failed. */
  record Failed<T>(CloudServiceException exception) implements Step<T> {}

  /** Another attempt follows after a pause. */
  record Again<T>(Duration pause) implements Step<T> {}
}
