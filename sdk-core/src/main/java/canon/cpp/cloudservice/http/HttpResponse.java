package canon.cpp.cloudservice.http;

import static java.util.Objects.requireNonNull;

/** One HTTP answer as a transport received it, body included. */
public final class HttpResponse {
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;
  private final boolean repeated;

  /**
   * Creates an answer.
   *
   * @param status the status code
   * @param headers the headers
   * @param body the body, empty if there was none; not copied
   */
  public HttpResponse(int status, HttpHeaders headers, byte[] body) {
    this(status, requireNonNull(headers, "headers"), requireNonNull(body, "body"), false);
  }

  private HttpResponse(int status, HttpHeaders headers, byte[] body, boolean repeated) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.repeated = repeated;
  }

  /**
   * The same answer, for a transport that cannot keep what it stands on from sending a request
   * again when a connection breaks. It may then be that the first one was done, or still will be,
   * and the second one rejected.
   *
   * @return the answer to a request that was sent before
   */
  public HttpResponse retransmitted() {
    return new HttpResponse(status, headers, body, true);
  }

  /**
   * Whether the request had been sent before, so that a rejection does not mean that nothing was
   * done.
   *
   * @return true if it may have been sent more than once
   */
  public boolean isRetransmitted() {
    return repeated;
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
