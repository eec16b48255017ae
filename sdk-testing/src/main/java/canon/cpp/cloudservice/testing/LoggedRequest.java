package canon.cpp.cloudservice.testing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request in the log of the fake.
 *
 * <pre>{@code
 * assertThat(fake.log().entries()).filteredOn(LoggedRequest::applied).hasSize(1);
 * }</pre>
 *
 * @param number counted from 1, in order of arrival; the request id is {@code req_} and this number
 * @param at the time of arrival, by the fake's clock
 * @param operation the operation, such as {@code addUser}; null if it is not modelled
 * @param method the HTTP method
 * @param path the path as sent, without the query; it can contain an address
 * @param account the account of the token that was sent; null if the fake did not issue it
 * @param attempt how often the account has sent the idempotency key since the state was last
 *     replaced, including this time; 1 without a key
 * @param idempotencyKey the idempotency key; null if none was sent
 * @param status the status of the response; 0 if the connection broke before the request was
 *     handled
 * @param code the problem code; null if the request was not rejected
 * @param replayed whether the response was the kept one of an earlier request
 * @param applied whether this request itself applied the change; false for reads
 * @param dropped whether the connection broke instead of carrying the response
 * @param invalidFields the fields that were rejected, each with its error code, such as {@code
 *     email: malformed}
 */
public record LoggedRequest(
    long number,
    Instant at,
    @Nullable String operation,
    String method,
    String path,
    @Nullable FakeAccount account,
    int attempt,
    @Nullable String idempotencyKey,
    int status,
    @Nullable String code,
    boolean replayed,
    boolean applied,
    boolean dropped,
    List<String> invalidFields) {

  /** Copies the list. */
  public LoggedRequest {
    invalidFields = List.copyOf(invalidFields);
  }

  /**
   * Creates an entry without invalid fields.
   *
   * @param number counted from 1, in order of arrival
   * @param at the time of arrival, by the fake's clock
   * @param operation the operation; null if it is not modelled
   * @param method the HTTP method
   * @param path the path as sent, without the query
   * @param account the account of the token that was sent; null if the fake did not issue it
   * @param attempt how often the account has sent the idempotency key
   * @param idempotencyKey the idempotency key; null if none was sent
   * @param status the status of the response; 0 if there was none
   * @param code the problem code; null if the request was not rejected
   * @param replayed whether the response was the kept one of an earlier request
   * @param applied whether this request itself applied the change
   * @param dropped whether the connection broke instead of carrying the response
   */
  public LoggedRequest(
      long number,
      Instant at,
      @Nullable String operation,
      String method,
      String path,
      @Nullable FakeAccount account,
      int attempt,
      @Nullable String idempotencyKey,
      int status,
      @Nullable String code,
      boolean replayed,
      boolean applied,
      boolean dropped) {
    this(
        number,
        at,
        operation,
        method,
        path,
        account,
        attempt,
        idempotencyKey,
        status,
        code,
        replayed,
        applied,
        dropped,
        List.of());
  }
}
