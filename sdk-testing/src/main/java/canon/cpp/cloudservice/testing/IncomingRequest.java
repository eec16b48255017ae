package canon.cpp.cloudservice.testing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that has reached the fake, before anything was decided about it: what {@link
 * Fault#when} chooses by.
 *
 * <pre>{@code
 * fake.faults().on("addUser").when(request -> request.attempt() == 2).answer(503);
 * }</pre>
 *
 * @param number counts from 1, in order of arrival
 * @param at when it arrived, by the fake's clock
 * @param operation the operation, such as {@code addUser}; null if it is not modelled
 * @param method the HTTP method
 * @param path the path as it was sent, without the query
 * @param query the query as it was sent; null if there was none
 * @param account whose token was sent; null if the fake has not given it out
 * @param attempt how often the account has sent the idempotency key since the state was last
 *     replaced, this time included; 1 if there was no key
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
