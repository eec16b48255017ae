package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.http.Hop;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import canon.cpp.cloudservice.internal.http.ProxyFailures;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import canon.cpp.cloudservice.internal.http.Tls;
import canon.cpp.cloudservice.internal.http.UntrustedCertificateException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Opens connections with the network settings, and reads responses from them. */
final class Connector {
  private static final int PROXY_AUTHENTICATION = 407;

  private final NetworkSettings settings;
  private final Tls tls;
  private final ExchangeSocketFactory sockets;
  private final HostnameVerifier verifier = this::isTrusted;
  private final UrlFailures failures;
  private final ProxyAuthentication proxyAuthentication;

  Connector(NetworkSettings settings, Tls tls) {
    this.settings = settings;
    this.tls = tls;
    this.sockets = new ExchangeSocketFactory(tls);
    this.failures = new UrlFailures(settings.proxy());
    this.proxyAuthentication = new ProxyAuthentication(settings.proxy().credentials());
  }

  ProxyRules rules() {
    return settings.proxy();
  }

  UrlFailures failures() {
    return failures;
  }

  HttpURLConnection open(HttpRequest request, Hop hop, Duration left) throws IOException {
    HttpURLConnection connection = CookielessConnections.open(request.uri().toURL(), hop.proxy());
    if (hop.isHttps()) {
      if (!(connection instanceof HttpsURLConnection secure)) {
        throw insecure(connection, null);
      }
      // The same objects each time: a connection is reused only with the factory that created it.
      secure.setSSLSocketFactory(sockets);
      secure.setHostnameVerifier(verifier);
    }
    Duration connect = settings.connectTimeout();
    connection.setConnectTimeout(millis(connect.compareTo(left) < 0 ? connect : left));
    connection.setReadTimeout(millis(left));
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setAllowUserInteraction(false);
    proxyAuthentication.apply(connection);
    try {
      connection.setRequestMethod(request.method());
    } catch (ProtocolException e) {
      throw new HttpTransportException(
          Reason.UNSUPPORTED,
          false,
          "HttpURLConnection cannot send the method " + request.method(),
          e);
    }
    // Without this header any coding is allowed.
    connection.setRequestProperty("Accept-Encoding", "identity");
    request.headers().forEach(connection::setRequestProperty);
    // On the JDK not streamed: that takes a millisecond more on a reused connection, and turns each
    // 401 into an exception without a body (decision 6). Android's stack sends a streamed body
    // once.
    byte[] body = body(request);
    connection.setDoOutput(body != null);
    if (body != null && isOkHttp(connection)) {
      connection.setFixedLengthStreamingMode(body.length);
    }
    if (connection.getDoOutput() && connection.getRequestProperty("Content-Type") == null) {
      // Otherwise Java declares a form.
      connection.setRequestProperty("Content-Type", "application/octet-stream");
    }
    return connection;
  }

  /** Returns the body to write; an empty one for a POST or PUT without a body. */
  static byte @Nullable [] body(HttpRequest request) {
    byte[] body = request.body();
    boolean expected = request.method().equals("POST") || request.method().equals("PUT");
    return body == null && expected ? new byte[0] : body;
  }

  HttpResponse read(
      HttpRequest request, Hop hop, HttpURLConnection connection, int status, Future<?> response)
      throws IOException {
    if (status < 0) {
      throw new HttpTransportException(
          Reason.MALFORMED_RESPONSE, true, "the response is not valid HTTP", null);
    }
    if (status / 100 == 1) {
      throw new HttpTransportException(
          Reason.MALFORMED_RESPONSE,
          true,
          "the server sent the interim response " + status + ", which is not supported",
          null);
    }
    if (status == PROXY_AUTHENTICATION) {
      failIfOfProxy(hop, connection);
    }
    byte[] body = ResponseBodyReader.read(request, connection, status, response);
    return new HttpResponse(status, headers(connection), body);
  }

  /** Returns whether the body can be read without waiting, or by closing its socket ends. */
  boolean canReadAtOnce(HttpRequest request, Hop hop, HttpURLConnection connection)
      throws IOException {
    return hop.isHttps() || ResponseBodyReader.hasArrived(request, connection);
  }

  private void failIfOfProxy(Hop hop, HttpURLConnection connection) {
    ProxyRules rules = settings.proxy();
    String proxy = hop.httpProxy();
    if (proxy == null) {
      return;
    }
    if (!(connection instanceof HttpsURLConnection)) {
      throw ProxyFailures.ofStatus(PROXY_AUTHENTICATION, proxy, false, rules, null);
    }
    try {
      InputStream unused = connection.getInputStream();
    } catch (IOException e) {
      // When Java asks for a second tunnel, 407 looks like a response, but the failure is kept
      // here.
      HttpTransportException rejected = ProxyFailures.ofTunnel(e, proxy, rules);
      if (rejected != null) {
        throw ProxyFailures.afterEarlierTransmission(rejected);
      }
    }
  }

  /** Reads headers one by one: the JVM's map has the values of a name in reverse order. */
  private static HttpHeaders headers(HttpURLConnection connection) {
    Map<String, List<String>> headers = new HashMap<>();
    String value;
    for (int i = 0; (value = connection.getHeaderField(i)) != null; i++) {
      String name = connection.getHeaderFieldKey(i);
      // The status line has no name.
      if (name != null) {
        headers.computeIfAbsent(name, absent -> new ArrayList<>(1)).add(value);
      }
    }
    return HttpHeaders.of(headers);
  }

  /**
   * Checks the certificates of a connection, before anything is sent. The sockets of the JDK's own
   * stack are created here and are checked in the handshake.
   *
   * @throws HttpTransportException if they are not trusted or are for another host
   */
  void check(HttpURLConnection connection, Hop hop) throws IOException {
    if (!hop.isHttps() || isJdk(connection)) {
      return;
    }
    if (!(connection instanceof HttpsURLConnection secure)) {
      throw insecure(connection, null);
    }
    try {
      tls.check(secure.getServerCertificates(), hop.uri().getHost());
    } catch (CertificateException | IllegalStateException e) {
      throw insecure(connection, e);
    }
  }

  void close() {
    sockets.close();
  }

  private boolean isTrusted(String host, SSLSession session) {
    try {
      tls.check(session.getPeerCertificates(), host);
      return true;
    } catch (CertificateException | SSLPeerUnverifiedException e) {
      return false;
    }
  }

  private static HttpTransportException insecure(
      HttpURLConnection connection, @Nullable Throwable cause) {
    String reason =
        cause != null && cause.getCause() instanceof UntrustedCertificateException known
            ? String.valueOf(known.getMessage())
            : "the URL handler of this process gives no access to the certificates of https"
                + " connections ("
                + connection.getClass().getName()
                + "); remove the handler, or use HttpTransport.jdk()";
    return new HttpTransportException(Reason.TLS, false, reason, cause);
  }

  static boolean isJdk(HttpURLConnection connection) {
    return connection.getClass().getName().startsWith("sun.");
  }

  private static boolean isOkHttp(HttpURLConnection connection) {
    String name = connection.getClass().getName();
    return name.startsWith("com.android.okhttp.") || name.startsWith("com.squareup.okhttp.");
  }

  private static int millis(Duration duration) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
  }
}
