package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraError;
import canon.cpp.cloudservice.testing.internal.identity.http.Refusal;
import canon.cpp.cloudservice.testing.internal.identity.http.WebAnswer;
import canon.cpp.cloudservice.testing.internal.identity.http.WebRequest;
import canon.cpp.cloudservice.testing.internal.identity.text.Json;
import canon.cpp.cloudservice.testing.internal.identity.text.Names;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** A request is refused, as Microsoft says it. */
public final class EntraRefusal extends Refusal {
  private static final long serialVersionUID = 1L;
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final transient EntraError error;

  public EntraRefusal(EntraError error) {
    super("AADSTS" + error.code());
    this.error = error;
  }

  static EntraRefusal of(String error, int code, String text) {
    return new EntraRefusal(EntraError.of(error, code, text));
  }

  static EntraRefusal invalidRequest(int code, String text) {
    return of("invalid_request", code, text);
  }

  static EntraRefusal invalidGrant(int code, String text) {
    return of("invalid_grant", code, text);
  }

  /** The program could not show that it is the one that it says it is. */
  static EntraRefusal invalidClient(int code, String text) {
    return new EntraRefusal(EntraError.of("invalid_client", code, text).withStatus(401));
  }

  static EntraRefusal missing(String parameter) {
    return invalidRequest(
        900144, "The request body must contain the following parameter: '" + parameter + "'.");
  }

  public EntraError error() {
    return error;
  }

  @Override
  public WebAnswer toAnswer(WebRequest request, Instant now) {
    String traceId = Names.uuid("trace", Long.toString(request.number()));
    String correlationId =
        request
            .header("client-request-id")
            .filter(id -> UUID.matcher(id).matches())
            .orElseGet(() -> Names.uuid("correlation", Long.toString(request.number())));
    String timestamp = TIMESTAMP.format(now);
    String description =
        String.format(
            Locale.ROOT,
            "AADSTS%d: %s Trace ID: %s Correlation ID: %s Timestamp: %s",
            error.code(),
            error.text(),
            traceId,
            correlationId,
            timestamp);
    ObjectNode body =
        Json.object().put("error", error.error()).put("error_description", description);
    body.putArray("error_codes").add(error.code());
    body.put("timestamp", timestamp)
        .put("trace_id", traceId)
        .put("correlation_id", correlationId)
        .put("error_uri", "https://login.microsoftonline.com/error?code=" + error.code());
    if (!error.suberror().isEmpty()) {
      body.put("suberror", error.suberror());
    }
    if (!error.claims().isEmpty()) {
      body.put("claims", error.claims());
    }
    return WebAnswer.json(error.status(), body)
        .with("x-ms-request-id", traceId)
        .with("client-request-id", correlationId);
  }
}
