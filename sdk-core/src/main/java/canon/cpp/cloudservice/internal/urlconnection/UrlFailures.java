package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.http.ConnectFailures;
import canon.cpp.cloudservice.internal.http.Hop;
import canon.cpp.cloudservice.internal.http.ProxyFailures;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import canon.cpp.cloudservice.internal.http.TlsFailures;
import canon.cpp.cloudservice.internal.http.WithheldMessage;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;

/**
 * Translates failures of HttpURLConnection. The failure does not tell whether the request was sent:
 * after a lost connection, HttpURLConnection may have tried another one.
 */
final class UrlFailures {
  private final ProxyRules proxies;

  UrlFailures(ProxyRules proxies) {
    this.proxies = proxies;
  }

  HttpTransportException translate(Exception failure, Hop hop, boolean mayHaveBeenSent) {
    if (failure instanceof HttpTransportException known) {
      return known;
    }
    String proxy = hop.httpProxy();
    HttpTransportException rejected =
        proxy == null ? null : ProxyFailures.ofTunnel(failure, proxy, proxies);
    if (rejected != null) {
      return mayHaveBeenSent ? ProxyFailures.afterEarlierTransmission(rejected) : rejected;
    }
    HttpTransportException tls = TlsFailures.ofHandshake(failure, mayHaveBeenSent);
    if (tls != null) {
      return tls;
    }
    return mayHaveBeenSent ? afterSending(failure) : whileConnecting(failure, hop);
  }

  private static HttpTransportException whileConnecting(Exception failure, Hop hop) {
    if (failure instanceof SocketTimeoutException) {
      return ConnectFailures.timedOut(hop, failure);
    }
    HttpTransportException known = ConnectFailures.of(failure, hop);
    return known == null ? ConnectFailures.other(hop, failure) : known;
  }

  private static HttpTransportException afterSending(Exception failure) {
    if (failure instanceof SocketTimeoutException) {
      return new HttpTransportException(
          Reason.TIMEOUT, true, "no complete response within the timeout", failure);
    }
    // Android reports a connection that is lost within a body so.
    if (failure instanceof ProtocolException
        && String.valueOf(failure.getMessage()).contains("unexpected end of stream")) {
      return new HttpTransportException(Reason.CONNECTION_LOST, true, "connection lost", failure);
    }
    // The parser throws exceptions of many types for a malformed response.
    if (failure instanceof ProtocolException || failure instanceof RuntimeException) {
      return new HttpTransportException(
          Reason.MALFORMED_RESPONSE,
          true,
          "the response is not valid HTTP",
          WithheldMessage.of(failure));
    }
    return new HttpTransportException(Reason.CONNECTION_LOST, true, "connection lost", failure);
  }
}
