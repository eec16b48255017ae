package canon.cpp.cloudservice.testing.internal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the service answers, and what the log is to know about it. Immutable. */
public final class Answer {
  /** Where an answer ends that nobody gets to see. */
  private static final int NO_STATUS = 0;

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final @Nullable String code;
  private final boolean replayed;
  private final boolean landed;
  private final Delivery delivery;

  private Answer(
      int status,
      Map<String, String> headers,
      byte[] body,
      @Nullable String code,
      boolean replayed,
      boolean landed,
      Delivery delivery) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.code = code;
    this.replayed = replayed;
    this.landed = landed;
    this.delivery = delivery;
  }

  public static Answer ok(ObjectNode body) {
    return new Answer(
        200, json("application/json"), Json.bytes(body), null, false, false, Delivery.NORMAL);
  }

  public static Answer problem(Problem problem) {
    Answer answer =
        new Answer(
            problem.status(),
            json("application/problem+json"),
            Json.bytes(problem.toJson()),
            problem.code(),
            false,
            false,
            Delivery.NORMAL);
    return problem.status() == 401 ? answer.withHeader("WWW-Authenticate", "Bearer") : answer;
  }

  /** The request got lost on its way to the service. */
  public static Answer lostBeforeHandling() {
    return new Answer(
        NO_STATUS, Collections.emptyMap(), new byte[0], null, false, false, Delivery.NORMAL.lost());
  }

  public Answer withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, code, replayed, landed, delivery);
  }

  /** The service did what was asked: for the log. */
  public Answer whichLanded() {
    return new Answer(status, headers, body, code, replayed, true, delivery);
  }

  /** A kept answer, given once more. */
  public Answer again() {
    return new Answer(status, headers, body, code, true, false, delivery)
        .withHeader("Idempotency-Replayed", "true");
  }

  /** An answer that gets lost on its way back. */
  public Answer lost() {
    return delivered(delivery.lost());
  }

  /** An answer that breaks off in the middle of its body. */
  public Answer cut() {
    return delivered(delivery.cut());
  }

  /** An answer whose body comes little by little. */
  public Answer taking(Duration time) {
    return delivered(delivery.taking(time));
  }

  /** The same answer, with something else in its body. */
  public Answer withBody(byte[] other) {
    return new Answer(status, headers, other, code, replayed, landed, delivery);
  }

  private Answer delivered(Delivery other) {
    return new Answer(status, headers, body, code, replayed, landed, other);
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

  public boolean hasLanded() {
    return landed;
  }

  /** Whether the connection breaks instead of carrying this whole answer. */
  public boolean isDropped() {
    return !delivery.whole();
  }

  public Delivery delivery() {
    return delivery;
  }
}
