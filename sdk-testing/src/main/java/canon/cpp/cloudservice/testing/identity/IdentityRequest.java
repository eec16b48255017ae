package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.http.HttpHeaders;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request that a fake identity provider has received. Its text shows no secret and no address;
 * a test that needs them reads the parameter.
 *
 * <pre>{@code
 * IdentityRequest last = entra.log().of(IdentityEndpoint.TOKEN).get(0);
 * assertThat(last.parameter("grant_type")).contains("refresh_token");
 * }</pre>
 */
public final class IdentityRequest {
  private static final Pattern ADDRESS = Pattern.compile("[^/]+@[^/:]+");
  private static final Set<String> HARMLESS =
      Set.of(
          "access_type",
          "api-version",
          "audience",
          "client_assertion_type",
          "client_id",
          "client_info",
          "code_challenge_method",
          "format",
          "grant_type",
          "prompt",
          "redirect_uri",
          "requested_token_type",
          "requested_token_use",
          "resource",
          "response_mode",
          "response_type",
          "scope",
          "subject_token_type");

  private final long number;
  private final Instant at;
  private final IdentityEndpoint endpoint;
  private final String method;
  private final String path;
  private final Map<String, List<String>> parameters;
  private final HttpHeaders headers;
  private final int status;
  private final @Nullable String error;

  /**
   * Creates a log entry.
   *
   * @param number counts from 1, in order of arrival
   * @param at when it arrived, by the fake's clock
   * @param endpoint the endpoint
   * @param method the HTTP method
   * @param path the path, without the query
   * @param parameters the parameters of query and form by name
   * @param headers the headers by name
   * @param status the status of the response; 0 if the connection was broken instead
   * @param error the error code in the response, such as {@code invalid_grant}; null if none
   */
  public IdentityRequest(
      long number,
      Instant at,
      IdentityEndpoint endpoint,
      String method,
      String path,
      Map<String, List<String>> parameters,
      Map<String, List<String>> headers,
      int status,
      @Nullable String error) {
    this.number = number;
    this.at = at;
    this.endpoint = endpoint;
    this.method = method;
    this.path = path;
    this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    this.headers = HttpHeaders.of(headers);
    this.status = status;
    this.error = error;
  }

  /**
   * Returns its position among all requests.
   *
   * @return counts from 1, in order of arrival
   */
  public long number() {
    return number;
  }

  /**
   * Returns when it arrived.
   *
   * @return the time by the fake's clock
   */
  public Instant at() {
    return at;
  }

  /**
   * Returns its endpoint.
   *
   * @return the endpoint
   */
  public IdentityEndpoint endpoint() {
    return endpoint;
  }

  /**
   * Returns the HTTP method.
   *
   * @return the HTTP method
   */
  public String method() {
    return method;
  }

  /**
   * Returns the path.
   *
   * @return the path, without the query
   */
  public String path() {
    return path;
  }

  /**
   * Returns the parameters of query and form, including secrets.
   *
   * @return the values by name
   */
  public Map<String, List<String>> parameters() {
    return parameters;
  }

  /**
   * Returns one parameter, secret or not.
   *
   * @param name its name, such as {@code client_id}
   * @return its first value; empty if it was not sent
   */
  public Optional<String> parameter(String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  /**
   * Returns one header, secret or not.
   *
   * @param name its name, in any case
   * @return its first value; empty if it was not sent
   */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /**
   * Returns the status of the response.
   *
   * @return the status; 0 if the connection broke instead
   */
  public int status() {
    return status;
  }

  /**
   * Returns the error code in the response.
   *
   * @return the OAuth error code, such as {@code invalid_grant}; empty if none
   */
  public Optional<String> error() {
    return Optional.ofNullable(error);
  }

  /** Returns the request as one line, without secrets and addresses. */
  @Override
  public String toString() {
    String shown =
        parameters.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + shown(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(" "));
    return "#"
        + number
        + " "
        + method
        + " "
        + ADDRESS.matcher(path).replaceAll("***")
        + " ["
        + shown
        + "] "
        + status
        + (error == null ? "" : " " + error);
  }

  private static String shown(String name, List<String> values) {
    return HARMLESS.contains(name) ? String.join(",", values) : "***";
  }
}
