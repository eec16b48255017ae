package canon.cpp.cloudservice.harness;

import java.net.URI;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HttpTransportOverHTTP2;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A real HTTP/2 server over TLS that allows few concurrent streams. */
public final class Http2Server implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector connector;

  public Http2Server(int maxConcurrentStreams, Handler handler) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.addCustomizer(new SecureRequestCustomizer());
    HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(configuration);
    http2.setMaxConcurrentStreams(maxConcurrentStreams);
    // A limit of Jetty for bad clients, which tests reach.
    http2.setRateControlFactory(new org.eclipse.jetty.http2.parser.RateControl.Factory() {});
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory("h2");
    alpn.setDefaultProtocol("h2");
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(TestCertificate.localhost().server());
    connector =
        new ServerConnector(server, 1, 1, new SslConnectionFactory(tls, "alpn"), alpn, http2);
    connector.setHost("localhost");
    server.addConnector(connector);
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public URI uri() {
    return URI.create("https://localhost:" + connector.getLocalPort());
  }

  /** Returns the number of the stream; a client numbers its streams in the order of sending. */
  public static int streamOf(Request request) {
    return ((HttpTransportOverHTTP2) request.getHttpChannel().getHttpTransport())
        .getStream()
        .getId();
  }

  /** Returns the number of connections. */
  public int connections() {
    return connector.getConnectedEndPoints().size();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server did not stop", e);
    }
  }
}
