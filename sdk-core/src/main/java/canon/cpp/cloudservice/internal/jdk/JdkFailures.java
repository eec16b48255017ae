package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.http.AttemptEcho;
import canon.cpp.cloudservice.internal.http.ConnectFailures;
import canon.cpp.cloudservice.internal.http.Hop;
import canon.cpp.cloudservice.internal.http.ProxyFailures;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import canon.cpp.cloudservice.internal.http.TlsFailures;
import canon.cpp.cloudservice.internal.http.WithheldMessage;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Translates failures of the JDK's client. The client wraps failures in others of the same or a
 * more general type, so causes are searched. A failure that is not known to precede the request
 * counts as sent. Earlier transmissions of the same request are not considered here.
 */
final class JdkFailures {
  private static final String STREAM_LIMIT = "too many concurrent streams";

  private JdkFailures() {}

  static HttpTransportException closed(boolean mayHaveBeenSent, Throwable failure) {
    return of(
        Reason.CLOSED, mayHaveBeenSent, "the transport was closed during the exchange", failure);
  }

  /** Returns the failure of an exchange that has ended before its request was sent. */
  static HttpTransportException stopped() {
    return of(Reason.TIMEOUT, false, "the exchange has ended before the request was sent", null);
  }

  static HttpTransportException translate(Throwable failure, Hop hop, ProxyRules rules) {
    String proxy = hop.httpProxy();
    HttpTransportException rejected =
        proxy == null ? null : ProxyFailures.ofTunnel(failure, proxy, rules);
    if (rejected != null) {
      return rejected;
    }
    if (hasCause(failure, HttpConnectTimeoutException.class)) {
      return ConnectFailures.timedOut(hop, failure);
    }
    if (hasCause(failure, HttpTimeoutException.class)) {
      return of(Reason.TIMEOUT, true, "no complete response within the timeout", failure);
    }
    HttpTransportException connect = ConnectFailures.of(failure, hop);
    if (connect != null) {
      return connect;
    }
    HttpTransportException tls = TlsFailures.ofHandshake(failure, false);
    if (tls != null) {
      return tls;
    }
    if (hasCause(failure, ForeignResponseException.class)) {
      return AttemptEcho.foreignResponse(failure);
    }
    if (hasCause(failure, BodyTooLargeException.class)) {
      return of(
          Reason.MALFORMED_RESPONSE, true, "the response body is larger than allowed", failure);
    }
    // The client throws the second one for a Content-Length that is not a number.
    if (hasCause(failure, ProtocolException.class)
        || hasCause(failure, IllegalArgumentException.class)) {
      return of(
          Reason.MALFORMED_RESPONSE,
          true,
          "the response is not valid HTTP",
          WithheldMessage.of(failure));
    }
    return of(Reason.CONNECTION_LOST, true, "connection lost", failure);
  }

  /** Returns the failure of a request that the client had not started to send. */
  static HttpTransportException beforeSending(HttpTransportException failure, Hop hop) {
    return failure.reason() == Reason.TIMEOUT
        ? ConnectFailures.timedOut(hop, failure.getCause())
        : of(failure.reason(), false, String.valueOf(failure.getMessage()), failure.getCause());
  }

  /**
   * Returns whether the client did not send the request because the server allows no further HTTP/2
   * stream. The client throws this before it creates a stream; HttpStreamLimitTest pins the message
   * on every tested JDK.
   */
  static boolean isStreamLimit(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && STREAM_LIMIT.equals(cause.getMessage())) {
        return true;
      }
    }
    return false;
  }

  private static HttpTransportException of(
      Reason reason, boolean mayHaveBeenSent, String message, @Nullable Throwable cause) {
    return new HttpTransportException(reason, mayHaveBeenSent, message, cause);
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
