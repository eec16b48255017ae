package canon.cpp.cloudservice.testing.internal.server;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import canon.cpp.cloudservice.testing.internal.wire.PercentDecoder;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request to a web page or an identity provider, with its parameters. Immutable. */
public final class WebRequest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final long number;
  private final ServiceRequest request;
  private final Parameters query;
  private final Parameters form;
  private final Map<String, String> rawVariables;

  /**
   * Creates a request.
   *
   * @param number counts from 1, in the order of receipt
   * @throws IllegalArgumentException if a parameter is not percent-encoded UTF-8
   */
  public WebRequest(long number, ServiceRequest request) {
    this(
        number,
        request,
        Parameters.parse(request.rawQuery()),
        isForm(request.headers())
            ? Parameters.parse(new String(request.body(), StandardCharsets.UTF_8))
            : Parameters.none(),
        Map.of());
  }

  private WebRequest(
      long number,
      ServiceRequest request,
      Parameters query,
      Parameters form,
      Map<String, String> rawVariables) {
    this.number = number;
    this.request = request;
    this.query = query;
    this.form = form;
    this.rawVariables = rawVariables;
  }

  /** Returns the request with the raw text of the path parameters of its route. */
  public WebRequest with(Map<String, String> pathParameters) {
    return new WebRequest(number, request, query, form, pathParameters);
  }

  /** Returns the number of the request, from 1, in the order of receipt. */
  public long number() {
    return number;
  }

  public String method() {
    return request.method();
  }

  /** Returns the decoded path. */
  public String path() {
    return PercentDecoder.decode(request.rawPath()).orElse(request.rawPath());
  }

  public String rawPath() {
    return request.rawPath();
  }

  public Parameters query() {
    return query;
  }

  /** Returns the parameters of the body; none if it is not a form. */
  public Parameters form() {
    return form;
  }

  public byte[] body() {
    return request.body().clone();
  }

  public HttpHeaders headers() {
    return request.headers();
  }

  public Optional<String> header(String name) {
    return request.headers().first(name);
  }

  /** Returns the bearer token in the {@code Authorization} header. */
  public Optional<String> bearerToken() {
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).trim());
  }

  /** Returns a parameter of the path, decoded. */
  public String variable(String name) {
    String raw = rawVariables.get(name);
    if (raw == null) {
      throw new IllegalStateException("The route has no path parameter " + name);
    }
    return PercentDecoder.decode(raw).orElse(raw);
  }

  private static boolean isForm(HttpHeaders headers) {
    return headers.all("Content-Type").stream()
        .anyMatch(type -> type.toLowerCase(Locale.ROOT).startsWith(FORM));
  }
}
