package canon.cpp.cloudservice.http;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** One HTTP response as a transport received it, including the body. */
public final class HttpResponse {
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;
  private final boolean repeated;
  private final @Nullable Runnable discard;

  /**
   * Creates a response.
   *
   * @param status the status code
   * @param headers the headers
   * @param body the body, empty if there is none; not copied
   */
  public HttpResponse(int status, HttpHeaders headers, byte[] body) {
    this(status, requireNonNull(headers, "headers"), requireNonNull(body, "body"), false, null);
  }

  private HttpResponse(
      int status, HttpHeaders headers, byte[] body, boolean repeated, @Nullable Runnable discard) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.repeated = repeated;
    this.discard = discard;
  }

  /**
   * Returns the same response, marked as the response to a request that was sent more than once.
   * For a transport whose platform repeats a request when a connection breaks: the first request
   * may have been applied, or may still be, although the second one was rejected.
   *
   * @return the response to a retransmitted request
   */
  public HttpResponse retransmitted() {
    return new HttpResponse(status, headers, body, true, discard);
  }

  /**
   * Returns the same response with an action that discards the connection on which it was received.
   * For a transport that keeps connections for later requests. By then another request may already
   * use the connection, and get a response that is not its own. A transport that can read the
   * headers before it keeps the connection avoids that: it compares {@code Attempt-Id} of request
   * and response, as {@link HttpTransport#jdk()} does.
   *
   * @param action closes the connection, or excludes it from further use; must not block
   * @return a response whose connection can be discarded
   */
  public HttpResponse withDiscard(Runnable action) {
    return new HttpResponse(status, headers, body, repeated, requireNonNull(action, "action"));
  }

  /**
   * Discards the connection on which the response was received, because the response belongs to
   * another request. Later requests use another connection. Does nothing if the transport does not
   * support it.
   */
  public void discardConnection() {
    if (discard != null) {
      discard.run();
    }
  }

  /**
   * Returns whether the request was sent before, so that a rejection does not prove that nothing
   * was done.
   *
   * @return true if it may have been sent more than once
   */
  public boolean isRetransmitted() {
    return repeated;
  }

  /**
   * Returns the status code.
   *
   * @return the status code
   */
  public int status() {
    return status;
  }

  /**
   * Returns the headers.
   *
   * @return the headers
   */
  public HttpHeaders headers() {
    return headers;
  }

  /**
   * Returns the body.
   *
   * @return the body, empty if there is none; must not be changed
   */
  public byte[] body() {
    return body;
  }

  /** Returns status and size; never headers or body. */
  @Override
  public String toString() {
    return status + ", " + body.length + " bytes";
  }
}
