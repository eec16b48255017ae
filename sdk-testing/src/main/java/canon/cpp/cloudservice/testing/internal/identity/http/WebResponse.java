package canon.cpp.cloudservice.testing.internal.identity.http;

import canon.cpp.cloudservice.testing.internal.identity.text.Html;
import canon.cpp.cloudservice.testing.internal.identity.text.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A response. Immutable. */
public final class WebResponse {
  private static final WebResponse DROPPED = new WebResponse(0, Map.of(), new byte[0], null);

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final @Nullable String error;

  private WebResponse(
      int status, Map<String, String> headers, byte[] body, @Nullable String error) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.error = error;
  }

  /** Returns JSON that must not be cached. Its field {@code error} is written to the log. */
  public static WebResponse json(int status, ObjectNode content) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("Cache-Control", "no-store");
    return new WebResponse(status, headers, Json.write(content), content.path("error").textValue());
  }

  public static WebResponse json(ObjectNode content) {
    return json(200, content);
  }

  public static WebResponse page(int status, String title, String bodyHtml) {
    return text(status, "text/html; charset=utf-8", Html.page(title, bodyHtml))
        .with("Cache-Control", "no-store")
        .with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  public static WebResponse text(int status, String contentType, String content) {
    return new WebResponse(
        status,
        Map.of("Content-Type", contentType),
        content.getBytes(StandardCharsets.UTF_8),
        null);
  }

  public static WebResponse redirect(int status, URI location) {
    return new WebResponse(status, Map.of("Location", location.toString()), new byte[0], null);
  }

  /** Returns a response that breaks the connection instead. */
  public static WebResponse dropped() {
    return DROPPED;
  }

  public WebResponse with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new WebResponse(status, more, body, error);
  }

  /** Returns the status; zero if the connection is broken instead. */
  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public byte[] body() {
    return body.clone();
  }

  public boolean isDropped() {
    return status == 0;
  }

  /** Returns the OAuth error code in the response. */
  public Optional<String> error() {
    return Optional.ofNullable(error);
  }
}
