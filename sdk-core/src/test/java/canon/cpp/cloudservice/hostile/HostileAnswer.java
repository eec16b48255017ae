package canon.cpp.cloudservice.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A hostile response. */
public record HostileAnswer(HttpResponse response) implements Reply {
  private static final int SHOWN = 1_000;

  public static HostileAnswer of(int status, Map<String, List<String>> headers, byte[] body) {
    return new HostileAnswer(new HttpResponse(status, HttpHeaders.of(headers), body));
  }

  @Override
  public CompletableFuture<HttpResponse> to(HttpRequest request) {
    return CompletableFuture.completedFuture(response);
  }

  /** Shows the beginning of the body. */
  @Override
  public String toString() {
    byte[] body = response.body();
    String all =
        response
            + " "
            + response.headers().asMap()
            + ": "
            + new String(body, 0, Math.min(SHOWN, body.length), ISO_8859_1);
    return all.substring(0, Math.min(SHOWN, all.length()));
  }
}
