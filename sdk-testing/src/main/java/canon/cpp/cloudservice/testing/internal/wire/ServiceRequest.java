package canon.cpp.cloudservice.testing.internal.wire;

import canon.cpp.cloudservice.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** A request as an endpoint received it. Path and query are raw, not decoded. */
public final class ServiceRequest {
  private final String method;
  private final String rawPath;
  private final @Nullable String rawQuery;
  private final HttpHeaders headers;
  private final byte[] body;
  private final boolean overHttp;

  /** A body that is too large is cut after one byte more than the limit. */
  public ServiceRequest(
      String method, String rawPath, @Nullable String rawQuery, HttpHeaders headers, byte[] body) {
    this(method, rawPath, rawQuery, headers, body, false);
  }

  private ServiceRequest(
      String method,
      String rawPath,
      @Nullable String rawQuery,
      HttpHeaders headers,
      byte[] body,
      boolean overHttp) {
    this.method = method;
    this.rawPath = rawPath;
    this.rawQuery = rawQuery;
    this.headers = headers;
    this.body = body;
    this.overHttp = overHttp;
  }

  /** Returns the request as one that was received over HTTP. */
  public ServiceRequest receivedOverHttp() {
    return new ServiceRequest(method, rawPath, rawQuery, headers, body, true);
  }

  /** Returns whether the request was received over HTTP, so that its sender has real time. */
  public boolean isOverHttp() {
    return overHttp;
  }

  public String method() {
    return method;
  }

  public String rawPath() {
    return rawPath;
  }

  public @Nullable String rawQuery() {
    return rawQuery;
  }

  public HttpHeaders headers() {
    return headers;
  }

  public byte[] body() {
    return body;
  }

  public boolean bodyTooLarge() {
    return body.length > Limits.BODY_BYTES;
  }
}
