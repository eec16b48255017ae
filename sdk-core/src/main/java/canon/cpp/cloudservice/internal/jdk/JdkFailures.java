package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.http.ProxyFailures;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import canon.cpp.cloudservice.internal.http.TlsFailures;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import org.jspecify.annotations.Nullable;

/**
 * Says what a failure of the JDK's client means. The client wraps failures in others of the same or
 * a more general type, so causes are searched. What is not known to be unsent may be sent; what was
 * sent before the attempt that failed is not seen here.
 */
final class JdkFailures {
  private JdkFailures() {}

  static HttpTransportException closed(Throwable failure) {
    return of(Reason.CLOSED, true, "the transport was closed meanwhile", failure);
  }

  static HttpTransportException translate(Throwable failure, URI uri, ProxyRules proxies) {
    String proxy = proxies.httpProxyFor(uri);
    HttpTransportException rejected =
        proxy == null ? null : ProxyFailures.ofTunnel(failure, proxy, proxies);
    if (rejected != null) {
      return rejected;
    }
    String peer = proxies.nextHop(uri);
    if (hasCause(failure, HttpConnectTimeoutException.class)) {
      return of(Reason.CONNECT, false, "no connection to " + peer + " in time", failure);
    }
    if (hasCause(failure, HttpTimeoutException.class)) {
      return of(Reason.TIMEOUT, true, "no complete answer in time", failure);
    }
    if (hasCause(failure, UnknownHostException.class)
        || hasCause(failure, UnresolvedAddressException.class)) {
      return of(Reason.CONNECT, false, "the host name of " + peer + " cannot be resolved", failure);
    }
    if (hasCause(failure, ConnectException.class)
        || hasCause(failure, NoRouteToHostException.class)) {
      return of(Reason.CONNECT, false, "the connection to " + peer + " was refused", failure);
    }
    HttpTransportException tls = TlsFailures.ofHandshake(failure, false);
    if (tls != null) {
      return tls;
    }
    if (hasCause(failure, BodyTooLargeException.class)) {
      return of(
          Reason.MALFORMED_RESPONSE, true, "the answer's body is larger than allowed", failure);
    }
    // The second is what the client makes of a Content-Length that is no number.
    if (hasCause(failure, ProtocolException.class)
        || hasCause(failure, IllegalArgumentException.class)) {
      return of(Reason.MALFORMED_RESPONSE, true, "the answer is no valid HTTP", failure);
    }
    return of(Reason.CONNECTION_LOST, true, "connection lost", failure);
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
