package canon.cpp.cloudservice.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.testing.internal.wire.HttpDates;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A response as received. Every response must have a request id. */
final class RawResponse {
  private static final String PROBLEM_TYPE = "urn:prismasync-cloud-service:problem:";

  private final HttpResponse response;

  RawResponse(HttpResponse response) {
    this.response = response;
    assertTrue(header("X-Request-Id").filter(id -> !id.isBlank()).isPresent(), "no X-Request-Id");
  }

  int status() {
    return response.status();
  }

  Optional<String> header(String name) {
    return response.headers().first(name);
  }

  /** Returns the body, which must be one JSON object. */
  ObjectNode json() {
    return Json.read(response.body())
        .orElseThrow(() -> new AssertionError("The body is not a JSON object: " + this));
  }

  String text(String field) {
    return json().path(field).asText();
  }

  void isOk() {
    assertEquals(200, status(), this::toString);
    assertEquals("application/json", mediaType(), this::toString);
  }

  /**
   * Checks that this is a rejection as the contract describes it.
   *
   * @param problem status and code, such as {@code 403 administrator-required}
   */
  RawResponse isRejected(String problem) {
    assertEquals(problem, status() + " " + text("code"), this::toString);
    assertEquals(PROBLEM_TYPE + text("code"), text("type"));
    isProblem();
    return this;
  }

  /** Checks that this is a failure or a rejection. A failure need not have a code. */
  void isProblem() {
    assertTrue(status() >= 400 && status() < 600, this::toString);
    assertEquals("application/problem+json", mediaType(), this::toString);
    assertEquals(status(), json().path("status").asInt(), this::toString);
    assertTrue(!text("title").isBlank(), this::toString);
    if (status() == 401) {
      String challenge = header("WWW-Authenticate").orElse("");
      assertTrue(challenge.startsWith("Bearer"), () -> "WWW-Authenticate: " + challenge);
    }
    header("Retry-After").ifPresent(RawResponse::isSecondsOrDate);
  }

  /** Checks that these field errors are reported, such as {@code email: blank}, and no others. */
  void isInvalid(String... fieldErrors) {
    isRejected("400 validation-failed");
    List<String> found = new ArrayList<>();
    json()
        .path("errors")
        .forEach(
            error -> found.add(error.path("field").asText() + ": " + error.path("code").asText()));
    found.sort(null);
    assertEquals(List.of(fieldErrors), found, this::toString);
  }

  private String mediaType() {
    String[] parts = header("Content-Type").orElse("").split(";", -1);
    return parts[0].strip().toLowerCase(Locale.ROOT);
  }

  private static void isSecondsOrDate(String value) {
    if (!value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      try {
        HttpDates.parse(value);
      } catch (DateTimeException e) {
        throw new AssertionError(
            "Retry-After is neither a number of seconds nor a date: " + value, e);
      }
    }
  }

  @Override
  public String toString() {
    return status() + " " + new String(response.body(), StandardCharsets.UTF_8);
  }
}
