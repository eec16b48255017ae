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
import org.jspecify.annotations.Nullable;

/** Sends requests just as they are written, right or wrong; the client has no part. Immutable. */
final class RawClient {
  private static final Duration PLENTY = Duration.ofSeconds(30);
  private static final String KEY = "Idempotency-Key";

  private final ContractEndpoint endpoint;
  private final Map<String, String> headers;

  private RawClient(ContractEndpoint endpoint, Map<String, String> headers) {
    this.endpoint = endpoint;
    this.headers = headers;
  }

  /** Whoever sends no token. */
  static RawClient nobody(ContractEndpoint endpoint) {
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

  /** Under a new key, unless there is one. */
  RawResponse post(String target, String json) {
    return keyed().send("POST", target, json);
  }

  /** Just as it is: no key is added. */
  RawResponse send(String method, String target, @Nullable String json) {
    return sendAsync(method, target, json).join();
  }

  CompletableFuture<RawResponse> sendAsync(String method, String target, @Nullable String json) {
    URI uri = URI.create(withoutSlash(endpoint.address().toString()) + target);
    HttpRequest request = HttpRequest.of(method, uri, PLENTY).withHeaders(headers);
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
