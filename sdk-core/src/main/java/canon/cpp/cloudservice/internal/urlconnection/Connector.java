package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.http.EarlierTransmission;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import canon.cpp.cloudservice.internal.http.ProxyFailures;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import canon.cpp.cloudservice.internal.http.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Opens connections as the host's network wants them, and reads answers from them. */
final class Connector {
  private static final int PROXY_AUTHENTICATION = 407;

  private final NetworkSettings settings;
  private final SSLSocketFactory sockets;
  private final UrlFailures failures;
  private final ProxyAuthentication proxyAuthentication;

  Connector(NetworkSettings settings, Tls tls) {
    this.settings = settings;
    this.sockets = new ExchangeSocketFactory(tls);
    this.failures = new UrlFailures(settings.proxy());
    this.proxyAuthentication = new ProxyAuthentication(settings.proxy().credentials());
  }

  UrlFailures failures() {
    return failures;
  }

  HttpURLConnection open(HttpRequest request, Duration left) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            request.uri().toURL().openConnection(settings.proxy().proxyFor(request.uri()));
    if (connection instanceof HttpsURLConnection tls) {
      // One factory for all, for connections are only used again with the factory they came from.
      tls.setSSLSocketFactory(sockets);
    }
    Duration connect = settings.connectTimeout();
    connection.setConnectTimeout(millis(connect.compareTo(left) < 0 ? connect : left));
    connection.setReadTimeout(millis(left));
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setAllowUserInteraction(false);
    proxyAuthentication.apply(connection);
    connection.setRequestMethod(request.method());
    request.headers().forEach(connection::setRequestProperty);
    // Not streamed: that takes a millisecond more on a connection that is used again, and turns
    // each 401 into an exception without a body. The price is in docs/decisions.
    connection.setDoOutput(body(request) != null);
    if (connection.getDoOutput() && connection.getRequestProperty("Content-Type") == null) {
      // Else Java says that it is a form.
      connection.setRequestProperty("Content-Type", "application/octet-stream");
    }
    return connection;
  }

  /** What to write: a POST or PUT without a body has an empty one, or it has no length. */
  static byte @Nullable [] body(HttpRequest request) {
    byte[] body = request.body();
    boolean expected = request.method().equals("POST") || request.method().equals("PUT");
    return body == null && expected ? new byte[0] : body;
  }

  HttpResponse read(HttpRequest request, HttpURLConnection connection, int status, Future<?> wanted)
      throws IOException {
    if (status < 0) {
      throw new HttpTransportException(
          Reason.MALFORMED_RESPONSE, true, "the answer is no valid HTTP", null);
    }
    if (status == PROXY_AUTHENTICATION) {
      failIfOfProxy(request, connection);
    }
    byte[] body = ResponseBodyReader.read(request, connection, status, wanted);
    return new HttpResponse(status, headers(connection), body);
  }

  private void failIfOfProxy(HttpRequest request, HttpURLConnection connection) {
    ProxyRules rules = settings.proxy();
    String proxy = rules.httpProxyFor(request.uri());
    if (proxy == null) {
      return;
    }
    if (!(connection instanceof HttpsURLConnection)) {
      throw ProxyFailures.ofStatus(PROXY_AUTHENTICATION, proxy, false, rules, null);
    }
    try {
      InputStream unused = connection.getInputStream();
    } catch (IOException e) {
      // When Java asks for a second tunnel, 407 looks like an answer, but the failure is kept here.
      HttpTransportException rejected = ProxyFailures.ofTunnel(e, proxy, rules);
      if (rejected != null) {
        throw EarlierTransmission.maybeSent(rejected);
      }
    }
  }

  /** One by one: the JVM's map of them has the values of a name in reverse. */
  private static HttpHeaders headers(HttpURLConnection connection) {
    Map<String, List<String>> headers = new HashMap<>();
    String value;
    for (int i = 0; (value = connection.getHeaderField(i)) != null; i++) {
      String name = connection.getHeaderFieldKey(i);
      // The status line comes without a name.
      if (name != null) {
        headers.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
      }
    }
    return HttpHeaders.of(headers);
  }

  private static int millis(Duration duration) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
  }
}
