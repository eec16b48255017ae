package canon.cpp.cloudservice.testing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request as the fake saw it.
 *
 * <pre>{@code
 * assertThat(fake.log().entries()).filteredOn(LoggedRequest::applied).hasSize(1);
 * }</pre>
 *
 * @param number counts from 1, in order of arrival; the request id is {@code req_} and this number
 * @param at when it arrived, by the fake's clock
 * @param operation the operation, such as {@code addUser}; null if it is not modelled
 * @param method the HTTP method
 * @param path the path as it was sent, without the query; it can name a person
 * @param account whose token was sent; null if the fake has not given it out
 * @param attempt how often the account has sent the idempotency key since the state was last
 *     replaced, this time included; 1 if there was no key
 * @param idempotencyKey the idempotency key; null if none was sent
 * @param status the status of the answer; 0 if the request was dropped before it was handled
 * @param code the problem code; null if the request was not rejected
 * @param replayed whether the answer was one that had been kept
 * @param applied whether this very request has done the change that it asked for; false for reads
 * @param dropped whether the connection broke instead of carrying the answer
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
    boolean dropped) {}
