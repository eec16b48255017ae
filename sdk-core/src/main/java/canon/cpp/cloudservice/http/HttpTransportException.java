package canon.cpp.cloudservice.http;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A transport received no complete response.
 *
 * <p>The most important information is whether the request may have reached the service: {@link
 * #mayHaveBeenSent()}. A transport that cannot tell returns true.
 */
public final class HttpTransportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why no complete response was received. */
  public enum Reason {
    /** The connection could not be opened: unknown host, refused, no route, connect timeout. */
    CONNECT,
    /** The proxy rejected the request or the credentials. */
    PROXY,
    /** The TLS handshake failed, or the certificate of the peer is not trusted. */
    TLS,
    /** The request timed out. */
    TIMEOUT,
    /** The connection was lost before the response was complete. */
    CONNECTION_LOST,
    /** The response is not valid HTTP, or its body is larger than allowed. */
    MALFORMED_RESPONSE,
    /** The transport is closed. */
    CLOSED,
    /** The transport cannot send such a request, for example because of its method. */
    UNSUPPORTED
  }

  /** Why no complete response was received. */
  private final Reason reason;

  /** Whether the request may have reached the service. */
  private final boolean mayHaveBeenSent;

  /**
   * Creates the exception.
   *
   * @param reason why no complete response was received
   * @param mayHaveBeenSent false only if the request certainly did not reach the service
   * @param message what happened, in a few words; must not contain an e-mail address or a secret
   * @param cause the cause, or null
   */
  public HttpTransportException(
      Reason reason, boolean mayHaveBeenSent, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = requireNonNull(reason, "reason");
    this.mayHaveBeenSent = mayHaveBeenSent;
  }

  /**
   * Returns why no complete response was received.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * Returns whether the request may have reached the service.
   *
   * @return false only if it certainly did not
   */
  public boolean mayHaveBeenSent() {
    return mayHaveBeenSent;
  }
}
