package canon.cpp.cloudservice.http;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a transport when no complete answer came.
 *
 * <p>What matters most to the caller is whether the request can have reached the service: {@link
 * #mayHaveBeenSent()}. A transport that cannot know says true.
 */
public final class HttpTransportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why no complete answer came. */
  public enum Reason {
    /** The connection could not be made: unknown host, refused, no route, connect timeout. */
    CONNECT,
    /** The proxy rejects the request or the credentials that it was given. */
    PROXY,
    /** TLS could not be agreed on, or the other side's certificate is not trusted. */
    TLS,
    /** The time of the request ran out. */
    TIMEOUT,
    /** The connection broke before the answer was complete. */
    CONNECTION_LOST,
    /** The answer is no HTTP, or its body is larger than allowed. */
    MALFORMED_RESPONSE,
    /** The transport is closed. */
    CLOSED
  }

  /** Why no complete answer came. */
  private final Reason reason;

  /** Whether the service can have seen the request. */
  private final boolean mayHaveBeenSent;

  /**
   * Creates the exception.
   *
   * @param reason why no answer came
   * @param mayHaveBeenSent false only if the service certainly has not seen the request
   * @param message what happened, for people, in a few words; no address of a person, no secret
   * @param cause the cause, or null
   */
  public HttpTransportException(
      Reason reason, boolean mayHaveBeenSent, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = requireNonNull(reason, "reason");
    this.mayHaveBeenSent = mayHaveBeenSent;
  }

  /**
   * Why no complete answer came.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * Whether the service can have seen the request.
   *
   * @return false only if it certainly has not
   */
  public boolean mayHaveBeenSent() {
    return mayHaveBeenSent;
  }
}
