package canon.cpp.cloudservice.testing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that has reached the fake and has not been handled yet: the input of {@link
 * Fault#when}.
 *
 * <pre>{@code
 * fake.faults().on("addUser").when(request -> request.attempt() == 2).respond(503);
 * }</pre>
 *
 * @param number counted from 1, in order of arrival
 * @param at the time of arrival, by the fake's clock
 * @param operation the operation, such as {@code addUser}; null if it is not modelled
 * @param method the HTTP method
 * @param path the path as sent, without the query
 * @param query the query as sent; null if there was none
 * @param account the account of the token that was sent; null if the fake did not issue it
 * @param attempt how often the account has sent the idempotency key since the state was last
 *     replaced, including this time; 1 without a key
 * @param idempotencyKey the idempotency key; null if none was sent
 */
public record IncomingRequest(
    long number,
    Instant at,
    @Nullable String operation,
    String method,
    String path,
    @Nullable String query,
    @Nullable FakeAccount account,
    int attempt,
    @Nullable String idempotencyKey) {}
