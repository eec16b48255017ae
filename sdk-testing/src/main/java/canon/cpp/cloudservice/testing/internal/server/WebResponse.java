package canon.cpp.cloudservice.testing.internal.server;

import canon.cpp.cloudservice.testing.internal.html.Html;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A response of a web page or an identity provider. Immutable. */
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

  /** Returns JSON that must not be cached. The log records its field {@code error}. */
  public static WebResponse json(int status, ObjectNode content) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("Cache-Control", "no-store");
    return new WebResponse(status, headers, Json.bytes(content), content.path("error").textValue());
  }

  public static WebResponse json(ObjectNode content) {
    return json(200, content);
  }

  /** Returns a page with a title and a heading. */
  public static WebResponse page(int status, String title, Html... content) {
    return text(status, "text/html; charset=utf-8", Html.page(title, content))
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

  /** Returns a response that is not sent: the connection is closed instead. */
  public static WebResponse dropped() {
    return DROPPED;
  }

  public WebResponse with(String header, String value) {
    return with(Map.of(header, value));
  }

  public WebResponse with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new WebResponse(status, all, body, error);
  }

  /** Returns the status; 0 if the connection is closed instead. */
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

  /** Returns the OAuth error code of the response. */
  public Optional<String> error() {
    return Optional.ofNullable(error);
  }
}
