package canon.cpp.cloudservice.http;

import static canon.cpp.cloudservice.internal.values.Checks.positive;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.http.HeaderMap;
import canon.cpp.cloudservice.internal.http.Urls;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request as a transport sends it. Immutable, except for the array of the body, which must
 * not be changed after it was passed in.
 *
 * <pre>{@code
 * HttpRequest request =
 *     HttpRequest.of("GET", URI.create("https://example.invalid/v1/site"), Duration.ofSeconds(10))
 *         .withHeader("Accept", "application/json");
 * }</pre>
 */
public final class HttpRequest {
  /** The default limit for the body of a response: 16 MiB. */
  public static final int DEFAULT_MAX_BODY_BYTES = 16 * 1024 * 1024;

  private final String method;
  private final URI uri;
  private final HeaderMap headers;
  private final byte @Nullable [] body;
  private final Duration timeout;
  private final Duration responseTimeout;
  private final int maxBodyBytes;

  private HttpRequest(
      String method,
      URI uri,
      HeaderMap headers,
      byte @Nullable [] body,
      Duration timeout,
      Duration responseTimeout,
      int maxBodyBytes) {
    this.method = requireNonNull(method, "method");
    this.uri = requireNonNull(uri, "uri");
    this.headers = headers;
    this.body = body;
    this.timeout = positive("timeout", timeout);
    this.responseTimeout = positive("responseTimeout", responseTimeout);
    this.maxBodyBytes = maxBodyBytes;
  }

  /**
   * Returns a request without headers and body.
   *
   * @param method the HTTP method, in upper case
   * @param uri the address
   * @param timeout the timeout for the whole exchange, including the body
   * @return the request
   */
  public static HttpRequest of(String method, URI uri, Duration timeout) {
    return new HttpRequest(
        method, uri, HeaderMap.EMPTY, null, timeout, timeout, DEFAULT_MAX_BODY_BYTES);
  }

  /**
   * Adds or replaces a header.
   *
   * @param name the name of the header; case-insensitive
   * @param value its value, without control characters
   * @return a request with the header
   * @throws IllegalArgumentException if the name or value would end the line of the header; the
   *     message does not contain the value
   */
  public HttpRequest withHeader(String name, String value) {
    return withHeaders(Collections.singletonMap(name, value));
  }

  /**
   * Adds or replaces several headers.
   *
   * @param more names and values
   * @return a request with the headers
   * @throws IllegalArgumentException as for {@link #withHeader}
   */
  public HttpRequest withHeaders(Map<String, String> more) {
    more.forEach(HttpHeaders::checkLine);
    return new HttpRequest(
        method, uri, headers.with(more), body, timeout, responseTimeout, maxBodyBytes);
  }

  /**
   * Sets the body.
   *
   * @param bytes the body; not copied
   * @return a request with the body
   */
  public HttpRequest withBody(byte[] bytes) {
    return new HttpRequest(
        method,
        uri,
        headers,
        requireNonNull(bytes, "bytes"),
        timeout,
        responseTimeout,
        maxBodyBytes);
  }

  /**
   * Limits the time for one attempt to get the response, which the transport starts when it
   * connects or sends. A connection that no longer responds then leaves time for another attempt.
   * Waiting for an HTTP/2 stream, or for a thread of the transport, does not count. The default is
   * {@link #timeout()}.
   *
   * @param limit a positive duration; longer than the timeout means the timeout
   * @return a request with the limit
   * @throws IllegalArgumentException if the duration is zero or negative
   */
  public HttpRequest withResponseTimeout(Duration limit) {
    Duration shorter = limit.compareTo(timeout) < 0 ? limit : timeout;
    return new HttpRequest(method, uri, headers, body, timeout, shorter, maxBodyBytes);
  }

  /**
   * Sets the limit for the body of the response.
   *
   * @param bytes the limit
   * @return a request with the limit
   */
  public HttpRequest withMaxBodyBytes(int bytes) {
    return new HttpRequest(method, uri, headers, body, timeout, responseTimeout, bytes);
  }

  /**
   * Returns the HTTP method.
   *
   * @return the method, in upper case
   */
  public String method() {
    return method;
  }

  /**
   * Returns the address of the request.
   *
   * @return an absolute address
   */
  public URI uri() {
    return uri;
  }

  /**
   * Returns the headers to send.
   *
   * @return names, which are case-insensitive, and values, in order
   */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * Returns the body to send.
   *
   * @return the body, or null if there is none; must not be changed
   */
  public byte @Nullable [] body() {
    return body;
  }

  /**
   * Returns the timeout for the whole exchange, from now to the last byte of the response.
   *
   * @return a positive duration
   */
  public Duration timeout() {
    return timeout;
  }

  /**
   * Returns the time for getting the response, from connecting or sending to the last byte of the
   * response.
   *
   * @return a positive duration, at most {@link #timeout()}
   */
  public Duration responseTimeout() {
    return responseTimeout;
  }

  /**
   * Returns the limit for the body of the response.
   *
   * @return the limit in bytes
   */
  public int maxBodyBytes() {
    return maxBodyBytes;
  }

  /** Returns method and origin; never headers, body or the path, which may name a person. */
  @Override
  public String toString() {
    return method + " " + Urls.origin(uri);
  }
}
