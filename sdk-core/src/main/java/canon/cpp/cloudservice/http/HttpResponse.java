package canon.cpp.cloudservice.http;

import static java.util.Objects.requireNonNull;

/** One HTTP answer as a transport received it, body included. */
public final class HttpResponse {
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  /**
   * Creates an answer.
   *
   * @param status the status code
   * @param headers the headers
   * @param body the body, empty if there was none; not copied
   */
  public HttpResponse(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = requireNonNull(headers, "headers");
    this.body = requireNonNull(body, "body");
  }

  /**
   * The status code.
   *
   * @return the status code
   */
  public int status() {
    return status;
  }

  /**
   * The headers.
   *
   * @return the headers
   */
  public HttpHeaders headers() {
    return headers;
  }

  /**
   * The body.
   *
   * @return the body, empty if there was none; not to be changed
   */
  public byte[] body() {
    return body;
  }

  /** Shows status and size; never headers or body. */
  @Override
  public String toString() {
    return status + ", " + body.length + " bytes";
  }
}
