package canon.cpp.cloudservice.testing.internal.identity.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request to a fake identity provider. */
public final class WebRequest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final long number;
  private final String method;
  private final String path;
  private final Parameters query;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final Parameters form;
  private final Map<String, String> variables;

  /**
   * Creates the request as it was received.
   *
   * @param headers by their names in lower case
   */
  public WebRequest(
      long number,
      String method,
      String path,
      @Nullable String query,
      Map<String, List<String>> headers,
      byte[] body) {
    this.number = number;
    this.method = method;
    this.path = path;
    this.query = Parameters.parse(query);
    this.headers = headers;
    this.body = body;
    this.form = form(headers, body);
    this.variables = Map.of();
  }

  private WebRequest(WebRequest other, Map<String, String> variables) {
    this.number = other.number;
    this.method = other.method;
    this.path = other.path;
    this.query = other.query;
    this.headers = other.headers;
    this.body = other.body;
    this.form = other.form;
    this.variables = variables;
  }

  /** Returns the same request with the path parameters of a route. */
  WebRequest with(Map<String, String> pathVariables) {
    return new WebRequest(this, pathVariables);
  }

  /** Returns the number of the request, from 1, in order of arrival. */
  public long number() {
    return number;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  public Parameters query() {
    return query;
  }

  /** Returns the parameters of the body; empty if it is not a form. */
  public Parameters form() {
    return form;
  }

  public byte[] body() {
    return body.clone();
  }

  public Map<String, List<String>> headers() {
    return headers;
  }

  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** Returns the bearer token of the header. */
  public Optional<String> bearerToken() {
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).trim());
  }

  /** Returns a path parameter. */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalStateException("The route has no parameter " + name);
    }
    return value;
  }

  private static Parameters form(Map<String, List<String>> headers, byte[] body) {
    boolean isForm =
        headers.getOrDefault("content-type", List.of()).stream()
            .anyMatch(type -> type.toLowerCase(Locale.ROOT).startsWith(FORM));
    return isForm ? Parameters.parse(new String(body, StandardCharsets.UTF_8)) : Parameters.none();
  }
}
