package canon.cpp.cloudservice.testing.internal.wire;

import canon.cpp.cloudservice.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** A request as a endpoint received it. Path and query are as they came: nothing is decoded yet. */
public final class ServiceRequest {
  /** The largest body that the service reads: 1 MiB. */
  public static final int MAX_BODY_BYTES = 1024 * 1024;

  private final String method;
  private final String rawPath;
  private final @Nullable String rawQuery;
  private final HttpHeaders headers;
  private final byte[] body;

  /** The body has at most one byte more than is allowed: so a longer one is known as such. */
  public ServiceRequest(
      String method, String rawPath, @Nullable String rawQuery, HttpHeaders headers, byte[] body) {
    this.method = method;
    this.rawPath = rawPath;
    this.rawQuery = rawQuery;
    this.headers = headers;
    this.body = body;
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
    return body.length > MAX_BODY_BYTES;
  }
}
