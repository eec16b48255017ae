package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.http.EarlierTransmission;
import canon.cpp.cloudservice.internal.http.ProxyFailures;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import canon.cpp.cloudservice.internal.http.TlsFailures;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Says what a failure of HttpURLConnection means. Whether the request was sent is not read off the
 * failure: after a connection that broke, HttpURLConnection may have tried another one.
 */
final class UrlFailures {
  private final ProxyRules proxies;

  UrlFailures(ProxyRules proxies) {
    this.proxies = proxies;
  }

  HttpTransportException translate(Exception failure, URI uri, boolean mayHaveBeenSent) {
    if (failure instanceof HttpTransportException known) {
      return known;
    }
    String proxy = proxies.httpProxyFor(uri);
    HttpTransportException rejected =
        proxy == null ? null : ProxyFailures.ofTunnel(failure, proxy, proxies);
    if (rejected != null) {
      return mayHaveBeenSent ? EarlierTransmission.maybeSent(rejected) : rejected;
    }
    HttpTransportException tls = TlsFailures.ofHandshake(failure, mayHaveBeenSent);
    if (tls != null) {
      return tls;
    }
    return mayHaveBeenSent ? afterSending(failure) : whileConnecting(failure, proxies.nextHop(uri));
  }

  private static HttpTransportException whileConnecting(Exception failure, String peer) {
    String what;
    if (failure instanceof SocketTimeoutException) {
      what = "no connection to " + peer + " in time";
    } else if (failure instanceof UnknownHostException) {
      what = "the host name of " + peer + " cannot be resolved";
    } else {
      what = "no connection to " + peer + " could be made";
    }
    return new HttpTransportException(Reason.CONNECT, false, what, failure);
  }

  private static HttpTransportException afterSending(Exception failure) {
    if (failure instanceof SocketTimeoutException) {
      return new HttpTransportException(
          Reason.TIMEOUT, true, "no complete answer in time", failure);
    }
    // Its parser throws what it likes at an answer that it does not understand.
    if (failure instanceof ProtocolException || failure instanceof RuntimeException) {
      return new HttpTransportException(
          Reason.MALFORMED_RESPONSE, true, "the answer is no valid HTTP", failure);
    }
    return new HttpTransportException(Reason.CONNECTION_LOST, true, "connection lost", failure);
  }
}
