package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraError;
import canon.cpp.cloudservice.testing.internal.identity.text.DerivedIds;
import canon.cpp.cloudservice.testing.internal.server.WebErrorException;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** A request is rejected, with an error in Microsoft's form. */
public final class EntraErrorException extends WebErrorException {
  private static final long serialVersionUID = 1L;
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final transient EntraError error;

  public EntraErrorException(EntraError error) {
    super("AADSTS" + error.code());
    this.error = error;
  }

  static EntraErrorException of(String error, int code, String text) {
    return new EntraErrorException(EntraError.of(error, code, text));
  }

  static EntraErrorException invalidRequest(int code, String text) {
    return of("invalid_request", code, text);
  }

  static EntraErrorException invalidGrant(int code, String text) {
    return of("invalid_grant", code, text);
  }

  /** Returns the error for a client that could not authenticate. */
  static EntraErrorException invalidClient(int code, String text) {
    return new EntraErrorException(EntraError.of("invalid_client", code, text).withStatus(401));
  }

  static EntraErrorException missing(String parameter) {
    return invalidRequest(
        900144, "The request body must contain the following parameter: '" + parameter + "'.");
  }

  public EntraError error() {
    return error;
  }

  @Override
  public WebResponse toResponse(WebRequest request, Instant now) {
    String traceId = DerivedIds.uuid("trace", Long.toString(request.number()));
    String correlationId =
        request
            .header("client-request-id")
            .filter(id -> UUID.matcher(id).matches())
            .orElseGet(() -> DerivedIds.uuid("correlation", Long.toString(request.number())));
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
    return WebResponse.json(error.status(), body)
        .with("x-ms-request-id", traceId)
        .with("client-request-id", correlationId);
  }
}
