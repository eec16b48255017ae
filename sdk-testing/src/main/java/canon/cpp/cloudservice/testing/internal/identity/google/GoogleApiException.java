package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.server.WebErrorException;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A request is rejected, with an error in the form of Google's APIs. */
final class GoogleApiException extends WebErrorException {
  private static final long serialVersionUID = 1L;
  private final int code;
  private final String status;
  private final String text;

  GoogleApiException(int code, String status, String text) {
    super(status);
    this.code = code;
    this.status = status;
    this.text = text;
  }

  @Override
  public WebResponse toResponse(WebRequest request, Instant now) {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", text).put("status", status);
    return WebResponse.json(code, body);
  }
}
