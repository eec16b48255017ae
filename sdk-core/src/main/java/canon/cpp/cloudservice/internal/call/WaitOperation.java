package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Response;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A read that is executed again and again until its result meets a condition.
 *
 * @param read the read
 * @param condition what the wait is for
 * @param unmet what is the case until then, as a sentence without its end
 * @param result converts the last response to the result of the wait
 */
public record WaitOperation<T, R>(
    Operation<Response<T>> read,
    Predicate<T> condition,
    String unmet,
    Function<Response<T>, R> result) {

  public static <T> WaitOperation<T, T> of(
      Operation<T> read, Predicate<T> condition, String unmet) {
    return new WaitOperation<>(read.withResponse(), condition, unmet, Response::value);
  }

  /** Returns the same wait, whose result includes the last HTTP response. */
  WaitOperation<T, Response<R>> withResponse() {
    return new WaitOperation<>(
        read,
        condition,
        unmet,
        last ->
            new Response<>(
                result.apply(last),
                last.status(),
                last.headers(),
                last.requestId(),
                last.attempts()));
  }
}
