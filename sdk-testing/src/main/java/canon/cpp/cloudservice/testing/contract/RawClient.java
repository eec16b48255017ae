package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends requests exactly as given, valid or not, without the client. Immutable. */
final class RawClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String KEY = "Idempotency-Key";

  private final ContractEndpoint endpoint;
  private final Map<String, String> headers;

  private RawClient(ContractEndpoint endpoint, Map<String, String> headers) {
    this.endpoint = endpoint;
    this.headers = headers;
  }

  /** Returns a client that sends no token. */
  static RawClient anonymous(ContractEndpoint endpoint) {
    return new RawClient(endpoint, Map.of());
  }

  RawClient with(AccessToken token) {
    return with("Authorization", "Bearer " + token.value());
  }

  RawClient key(String idempotencyKey) {
    return with(KEY, idempotencyKey);
  }

  RawClient with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new RawClient(endpoint, more);
  }

  RawResponse get(String target) {
    return send("GET", target, null);
  }

  /** Sends a request under a new key, unless one is set. */
  RawResponse post(String target, String json) {
    return keyed().send("POST", target, json);
  }

  /** Sends a request as given; adds no key. */
  RawResponse send(String method, String target, @Nullable String json) {
    return await(sendAsync(method, target, json));
  }

  /** Waits for a request, but not longer than its timeout and the time of a busy machine. */
  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(2 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("The request did not end within twice its timeout", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for the response", e);
    }
  }

  CompletableFuture<RawResponse> sendAsync(String method, String target, @Nullable String json) {
    URI uri = URI.create(withoutSlash(endpoint.address().toString()) + target);
    HttpRequest request = HttpRequest.of(method, uri, TIMEOUT).withHeaders(headers);
    if (json != null) {
      request = request.withBody(json.getBytes(StandardCharsets.UTF_8));
      if (!headers.containsKey("Content-Type")) {
        request = request.withHeader("Content-Type", "application/json");
      }
    }
    return endpoint.transport().sendAsync(request).thenApply(RawResponse::new);
  }

  RawClient keyed() {
    return headers.containsKey(KEY) ? this : key(UUID.randomUUID().toString());
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
