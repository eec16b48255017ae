package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.http.AttemptEcho;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.internal.json.JsonBody;
import canon.cpp.cloudservice.observe.CallInfo;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Builds the HTTP request of an attempt. */
public final class RequestBuilder {
  private static final String TRACEPARENT = "traceparent";

  private final ClientContext client;

  public RequestBuilder(ClientContext client) {
    this.client = client;
  }

  /** Builds the request; without a token it is anonymous. */
  public HttpRequest build(
      Operation<?> operation,
      CallOptions options,
      @Nullable String idempotencyKey,
      String traceparent,
      String attemptId,
      @Nullable AccessToken token,
      Duration timeout) {
    HttpRequest request =
        HttpRequest.of(
                operation.id().method(), URI.create(client.address() + operation.target()), timeout)
            .withHeader("Accept", "application/json, application/problem+json")
            .withHeader("User-Agent", client.userAgent())
            .withHeaders(options.headers())
            .withHeader(TRACEPARENT, traceparent)
            .withHeader(AttemptEcho.HEADER, attemptId);
    if (token != null) {
      request = request.withHeader("Authorization", "Bearer " + token.value());
    }
    if (idempotencyKey != null) {
      request = request.withHeader("Idempotency-Key", idempotencyKey);
    }
    if (operation.ifMatch() != null) {
      request = request.withHeader("If-Match", operation.ifMatch());
    }
    JsonBody body = operation.body();
    if (body != null) {
      request = request.withHeader("Content-Type", "application/json").withBody(body.toBytes());
    }
    return request;
  }

  /** Returns whether a token may be sent to the service, which it may be bound to. */
  public boolean maySend(AccessToken token) {
    return Urls.sameOrigin(token.origin().orElse(client.address()), client.address());
  }

  static String newIdempotencyKey(Random random) {
    return hex(random, 2);
  }

  /**
   * Adds the trace to a call that starts: the one in its headers, otherwise the host's current one,
   * otherwise a new one.
   */
  public CallInfo trace(
      String operation, String target, @Nullable String idempotencyKey, CallOptions options) {
    String given = options.header(TRACEPARENT);
    return given != null
        ? new CallInfo(operation, target, idempotencyKey, given)
        : client
            .traces()
            .join(new CallInfo(operation, target, idempotencyKey, newTraceparent(client.random())));
  }

  private static String newTraceparent(Random random) {
    return "00-" + hex(random, 2) + "-" + hex(random, 1) + "-01";
  }

  static String hex(Random random, int longs) {
    StringBuilder text = new StringBuilder(longs * 16);
    for (int i = 0; i < longs; i++) {
      String digits = Long.toHexString(random.nextLong());
      for (int missing = digits.length(); missing < 16; missing++) {
        text.append('0');
      }
      text.append(digits);
    }
    return text.toString();
  }
}
