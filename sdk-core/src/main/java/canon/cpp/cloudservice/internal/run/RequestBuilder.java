package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.http.AttemptEcho;
import canon.cpp.cloudservice.internal.http.HeaderMap;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.internal.json.JsonBody;
import canon.cpp.cloudservice.internal.observe.TraceparentSource;
import canon.cpp.cloudservice.observe.CallInfo;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Builds the HTTP request of an attempt. */
public final class RequestBuilder {
  private static final String TRACEPARENT = "traceparent";
  private static final int TRACEPARENT_LENGTH = 55;
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;
  private static final int KEY_BYTES = 16;
  private static final char[] DIGITS = "0123456789abcdef".toCharArray();

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
            operation.id().method(),
            // concat() copies once, + with each growth of its buffer.
            URI.create(client.address().toString().concat(operation.target())),
            timeout);
    HeaderMap.Builder headers = HeaderMap.builder();
    headers.put("Accept", "application/json, application/problem+json");
    headers.put("User-Agent", client.userAgent());
    // They replace the headers above, and those below replace them.
    options.headers().forEach(headers::put);
    headers.put(TRACEPARENT, traceparent);
    headers.put(AttemptEcho.HEADER, attemptId);
    if (token != null) {
      headers.put("Authorization", "Bearer ".concat(token.value()));
    }
    if (idempotencyKey != null) {
      headers.put("Idempotency-Key", idempotencyKey);
    }
    if (operation.ifMatch() != null) {
      headers.put("If-Match", operation.ifMatch());
    }
    JsonBody body = operation.body();
    if (body == null) {
      return request.withHeaders(headers.build());
    }
    headers.put("Content-Type", "application/json");
    return request.withHeaders(headers.build()).withBody(body.toBytes());
  }

  /** Returns whether a token may be sent to the service, which it may be bound to. */
  public boolean maySend(AccessToken token) {
    return Urls.sameOrigin(token.origin().orElse(client.address()), client.address());
  }

  static String newIdempotencyKey(Random random) {
    return hex(DefaultRandom.forKeys(random), KEY_BYTES);
  }

  /**
   * Adds the trace to a call that starts: the one in its headers, otherwise the host's current one,
   * otherwise a new one.
   */
  public CallInfo trace(
      String operation, String target, @Nullable String idempotencyKey, CallOptions options) {
    String given = options.header(TRACEPARENT);
    if (given != null) {
      return new CallInfo(operation, target, idempotencyKey, given);
    }
    CallInfo call =
        new CallInfo(operation, target, idempotencyKey, newTraceparent(client.random()));
    TraceparentSource traces = client.traces();
    return traces == null ? call : traces.join(call);
  }

  private static String newTraceparent(Random random) {
    byte[] ids = randomBytes(random, TRACE_BYTES + SPAN_BYTES);
    StringBuilder text = new StringBuilder(TRACEPARENT_LENGTH).append("00-");
    appendHex(text, ids, 0, TRACE_BYTES);
    appendHex(text.append('-'), ids, TRACE_BYTES, ids.length);
    return text.append("-01").toString();
  }

  /** Returns random bytes as hexadecimal digits. */
  static String hex(Random random, int count) {
    StringBuilder text = new StringBuilder(2 * count);
    appendHex(text, randomBytes(random, count), 0, count);
    return text.toString();
  }

  private static void appendHex(StringBuilder text, byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      text.append(DIGITS[(bytes[i] >> 4) & 15]).append(DIGITS[bytes[i] & 15]);
    }
  }

  private static byte[] randomBytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
