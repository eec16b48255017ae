package canon.cpp.cloudservice.benchmarks.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.parser.RateControl;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves HTTP/2, and HTTP/1.1 to clients without it, over TLS. */
final class TlsServer extends AbstractHandler {
  private static final int THREADS = 24;

  private TlsServer() {}

  public static void main(String[] arguments) throws Exception {
    CannedServer.exitWithParent();
    Server server = new Server(new QueuedThreadPool(THREADS));
    HttpConfiguration configuration = new HttpConfiguration();
    // The host name is localhost, which SNI does not carry.
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    configuration.setSendServerVersion(false);
    HttpConnectionFactory http1 = new HttpConnectionFactory(configuration);
    HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(configuration);
    // Clients that cancel what they have read would be taken for attackers.
    http2.setRateControlFactory(new RateControl.Factory() {});
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol(http1.getProtocol());
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(arguments[0]);
    tls.setKeyStorePassword(KeyStores.PASSWORD);
    ServerConnector connector =
        new ServerConnector(
            server, new SslConnectionFactory(tls, alpn.getProtocol()), alpn, http2, http1);
    connector.setHost("localhost");
    server.addConnector(connector);
    server.setHandler(new TlsServer());
    server.start();
    System.out.println(connector.getLocalPort());
  }

  @Override
  public void handle(
      String path, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    base.setHandled(true);
    request.getInputStream().readAllBytes();
    String query = request.getQueryString();
    byte[] body =
        CannedResponses.body(request.getMethod(), query == null ? path : path + "?" + query);
    response.setContentType("application/json");
    response.setHeader("X-Request-Id", "req_7f3k2m9q");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
