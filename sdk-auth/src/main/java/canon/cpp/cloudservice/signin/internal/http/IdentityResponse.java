package canon.cpp.cloudservice.signin.internal.http;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.http.HttpDates;
import canon.cpp.cloudservice.signin.internal.json.StrictJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The response of an identity provider, as JSON. {@link #toString} shows the status only. */
public final class IdentityResponse {
  /** Some providers write whole numbers with a fraction, or in quotation marks. */
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,10})(?:\\.[0-9]{1,9})?");

  private static final long MAX_NUMBER = 9_999_999_999L;

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
    Optional<ObjectNode> json = StrictJson.object(response.body());
    boolean mayBeEmpty = response.status() / 100 != 2 || response.body().length == 0;
    if (json.isEmpty() && !mayBeEmpty) {
      throw unreadable.get();
    }
    return new IdentityResponse(
        response.status(), response.headers(), json.orElseGet(StrictJson::newObject), retryAfter);
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns whether the status is 2xx. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Returns a field that is a text and not empty. */
  public Optional<String> text(String field) {
    JsonNode value = json.get(field);
    return value != null && value.isTextual() && !value.textValue().isEmpty()
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  /**
   * Returns a field that is a number of zero or more, without its fraction. The number may be in
   * quotation marks, or the first element of an array.
   */
  public OptionalLong number(String field) {
    JsonNode whole = json.path(field);
    JsonNode value = whole.isArray() ? whole.path(0) : whole;
    if (value.isNumber()) {
      return value.canConvertToLong() && value.longValue() >= 0 && value.longValue() <= MAX_NUMBER
          ? OptionalLong.of(value.longValue())
          : OptionalLong.empty();
    }
    Matcher number = NUMBER.matcher(value.asText());
    return number.matches()
        ? OptionalLong.of(Long.parseLong(number.group(1)))
        : OptionalLong.empty();
  }

  /** Returns a header. */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /** Returns the time of the provider's clock when it responded ({@code Date}). */
  public Optional<Instant> date() {
    return header("Date").map(HttpDates::read);
  }

  /** Returns a copy of all fields. It contains secrets. */
  public ObjectNode fields() {
    return json.deepCopy();
  }

  /**
   * Returns the error code, such as {@code invalid_grant}. Endpoints of Google that are not OAuth
   * endpoints have it inside an object, such as {@code PERMISSION_DENIED}.
   */
  public Optional<String> error() {
    String status = json.path("error").path("status").asText();
    return status.isEmpty() ? text("error") : Optional.of(status);
  }

  /** Returns how long the provider asks to wait, or null. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Shows the status only. */
  @Override
  public String toString() {
    return "IdentityResponse[" + status + "]";
  }
}
