package canon.cpp.cloudservice.testing.internal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response of the service, with what the log records about it. Immutable. */
public final class ServiceResponse {
  /** The status of a response that is never sent. */
  private static final int NO_STATUS = 0;

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final @Nullable String code;
  private final boolean replayed;
  private final boolean applied;
  private final ResponseDelivery delivery;

  private ServiceResponse(
      int status,
      Map<String, String> headers,
      byte[] body,
      @Nullable String code,
      boolean replayed,
      boolean applied,
      ResponseDelivery delivery) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.code = code;
    this.replayed = replayed;
    this.applied = applied;
    this.delivery = delivery;
  }

  public static ServiceResponse ok(ObjectNode body) {
    return new ServiceResponse(
        200,
        json("application/json"),
        Json.bytes(body),
        null,
        false,
        false,
        ResponseDelivery.NORMAL);
  }

  public static ServiceResponse problem(Problem problem) {
    ServiceResponse response =
        new ServiceResponse(
            problem.status(),
            json("application/problem+json"),
            Json.bytes(problem.toJson()),
            problem.code(),
            false,
            false,
            ResponseDelivery.NORMAL);
    return problem.status() == 401 ? response.withHeader("WWW-Authenticate", "Bearer") : response;
  }

  /** Returns the outcome of a request that was lost before the service handled it. */
  public static ServiceResponse lostBeforeHandling() {
    return new ServiceResponse(
        NO_STATUS,
        Collections.emptyMap(),
        new byte[0],
        null,
        false,
        false,
        ResponseDelivery.NORMAL.lost());
  }

  public ServiceResponse withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ServiceResponse(status, more, body, code, replayed, applied, delivery);
  }

  /** Marks the response as that of an applied change, for the log. */
  public ServiceResponse asApplied() {
    return new ServiceResponse(status, headers, body, code, replayed, true, delivery);
  }

  /** Returns the stored response as a replay. */
  public ServiceResponse asReplay() {
    return new ServiceResponse(status, headers, body, code, true, false, delivery)
        .withHeader("Idempotency-Replayed", "true");
  }

  /** Returns a response that is lost on the way to the client. */
  public ServiceResponse lost() {
    return delivered(delivery.lost());
  }

  /** Returns a response that is cut in the middle of its body. */
  public ServiceResponse cut() {
    return delivered(delivery.cut());
  }

  /** Returns a response whose body is sent slowly. */
  public ServiceResponse taking(Duration time) {
    return delivered(delivery.taking(time));
  }

  /** Returns the response with another body. */
  public ServiceResponse withBody(byte[] other) {
    return new ServiceResponse(status, headers, other, code, replayed, applied, delivery);
  }

  private ServiceResponse delivered(ResponseDelivery other) {
    return new ServiceResponse(status, headers, body, code, replayed, applied, other);
  }

  private static Map<String, String> json(String type) {
    return Map.of("Content-Type", type);
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public byte[] body() {
    return body;
  }

  public @Nullable String code() {
    return code;
  }

  public boolean isReplayed() {
    return replayed;
  }

  public boolean isApplied() {
    return applied;
  }

  /** Returns whether the connection closes before the response is complete. */
  public boolean isDropped() {
    return !delivery.whole();
  }

  public ResponseDelivery delivery() {
    return delivery;
  }
}
