package canon.cpp.cloudservice.signin.internal.http;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpResponse;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an identity provider answered, as JSON. It cannot print itself. */
public final class IdentityResponse {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final int status;
  private final HttpHeaders headers;
  private final ObjectNode json;
  private final @Nullable Duration retryAfter;

  private IdentityResponse(
      int status, HttpHeaders headers, ObjectNode json, @Nullable Duration retryAfter) {
    this.status = status;
    this.headers = headers;
    this.json = json;
    this.retryAfter = retryAfter;
  }

  static IdentityResponse read(
      HttpResponse response,
      @Nullable Duration retryAfter,
      Supplier<? extends RuntimeException> unreadable) {
    JsonNode json;
    try {
      json = JSON.readTree(response.body());
    } catch (IOException e) {
      // Its message would quote the answer.
      json = null;
    }
    boolean mayBeEmpty = response.status() / 100 != 2 || response.body().length == 0;
    if (!(json instanceof ObjectNode) && !mayBeEmpty) {
      throw unreadable.get();
    }
    ObjectNode fields = json instanceof ObjectNode object ? object : JSON.createObjectNode();
    return new IdentityResponse(response.status(), response.headers(), fields, retryAfter);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Whether it is no error. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** A field that is a text and not empty. */
  public Optional<String> text(String field) {
    JsonNode value = json.get(field);
    return value != null && value.isTextual() && !value.textValue().isEmpty()
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  /** A field that is a whole number of zero or more, be it in quotes or the first of several. */
  public OptionalLong number(String field) {
    JsonNode value = json.path(field);
    String digits = value.isArray() ? value.path(0).asText() : value.asText();
    return digits.matches("[0-9]{1,10}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  /** A header. */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /** All fields, to be changed; secrets are among them. */
  public ObjectNode fields() {
    return json.deepCopy();
  }

  /**
   * The code of the error, such as {@code invalid_grant}; or {@code PERMISSION_DENIED}, which those
   * of Google's endpoints that are not OAuth's have inside an object.
   */
  public Optional<String> error() {
    String status = json.path("error").path("status").asText();
    return status.isEmpty() ? text("error") : Optional.of(status);
  }

  /** How long the provider asks to wait, or null. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Shows the status only. */
  @Override
  public String toString() {
    return "IdentityAnswer[" + status + "]";
  }
}
