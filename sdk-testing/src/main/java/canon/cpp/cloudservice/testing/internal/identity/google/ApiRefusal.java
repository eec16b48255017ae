package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.identity.http.Refusal;
import canon.cpp.cloudservice.testing.internal.identity.http.WebAnswer;
import canon.cpp.cloudservice.testing.internal.identity.http.WebRequest;
import canon.cpp.cloudservice.testing.internal.identity.text.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A request is refused, as Google's other interfaces say it. */
final class ApiRefusal extends Refusal {
  private static final long serialVersionUID = 1L;
  private final int code;
  private final String status;
  private final String text;

  ApiRefusal(int code, String status, String text) {
    super(status);
    this.code = code;
    this.status = status;
    this.text = text;
  }

  @Override
  public WebAnswer toAnswer(WebRequest request, Instant now) {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", text).put("status", status);
    return WebAnswer.json(code, body);
  }
}
