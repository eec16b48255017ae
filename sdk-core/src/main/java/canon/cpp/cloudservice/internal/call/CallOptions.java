package canon.cpp.cloudservice.internal.call;

import static canon.cpp.cloudservice.internal.values.Checks.positive;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.errors.PagingProgress;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.internal.http.AttemptEcho;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The options of one call; null means the client's default.
 *
 * @param timeout the timeout of the whole call
 * @param retryPolicy when failed attempts are retried
 * @param headers headers to add
 * @param idempotencyKey the caller's own key
 * @param progress how far the list was read; null if the call does not read a page of a list
 * @param unsettled the change that the call settles; null if it is not a settlement
 */
public record CallOptions(
    @Nullable Duration timeout,
    @Nullable RetryPolicy retryPolicy,
    Map<String, String> headers,
    @Nullable String idempotencyKey,
    @Nullable PagingProgress progress,
    @Nullable UnsettledChange unsettled) {

  public static final CallOptions NONE =
      new CallOptions(null, null, Collections.emptyMap(), null, null, null);

  private static final int MAX_KEY_LENGTH = 128;
  private static final Set<String> OWN_HEADERS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    Collections.addAll(
        OWN_HEADERS,
        "Authorization",
        "Accept",
        AttemptEcho.HEADER,
        "Connection",
        "Content-Length",
        "Content-Type",
        "Expect",
        "Host",
        "Idempotency-Key",
        "If-Match",
        "Transfer-Encoding",
        "Upgrade",
        "User-Agent");
  }

  public CallOptions withTimeout(Duration value) {
    return new CallOptions(
        positive("timeout", value), retryPolicy, headers, idempotencyKey, progress, unsettled);
  }

  public CallOptions withRetryPolicy(RetryPolicy policy) {
    return new CallOptions(
        timeout, requireNonNull(policy, "policy"), headers, idempotencyKey, progress, unsettled);
  }

  public CallOptions withHeader(String name, String value) {
    if (OWN_HEADERS.contains(requireNonNull(name, "name"))) {
      throw new IllegalArgumentException(
          "The header " + name.toLowerCase(Locale.ROOT) + " is set by the library itself");
    }
    // The request checks names and values. Done here, so that the error occurs where it is made.
    HttpRequest.of("GET", URI.create("/"), Duration.ofSeconds(1)).withHeader(name, value);
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new CallOptions(timeout, retryPolicy, all, idempotencyKey, progress, unsettled);
  }

  /** Returns the value of a header, whose name is not case-sensitive; null if it is not set. */
  public @Nullable String header(String name) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue();
      }
    }
    return null;
  }

  public CallOptions withIdempotencyKey(String key) {
    requireNonNull(key, "idempotencyKey");
    if (key.isEmpty()
        || key.length() > MAX_KEY_LENGTH
        || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException(
          "The idempotency key must be 1 to 128 visible ASCII characters without spaces");
    }
    return new CallOptions(timeout, retryPolicy, headers, key, progress, unsettled);
  }

  public CallOptions withProgress(PagingProgress value) {
    return new CallOptions(timeout, retryPolicy, headers, idempotencyKey, value, unsettled);
  }

  CallOptions withUnsettled(UnsettledChange change) {
    return new CallOptions(timeout, retryPolicy, headers, idempotencyKey, progress, change);
  }
}
