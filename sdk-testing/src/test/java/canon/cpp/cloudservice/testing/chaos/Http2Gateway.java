package canon.cpp.cloudservice.testing.chaos;

import canon.cpp.cloudservice.testing.internal.identity.crypto.TestTls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.ISession;
import org.eclipse.jetty.http2.parser.RateControl;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A gateway that speaks HTTP/2 over TLS, behind a link that loses connections. It allows fewer
 * concurrent streams than there are calls.
 */
final class Http2Gateway implements Gateway {
  private static final int STREAMS = 8;

  private final URI service;
  private final Server server = new Server();
  private final UnreliableLink link;
  private final Deque<Upstream> idle = new ConcurrentLinkedDeque<>();

  /**
   * The service's responses that a connection still owes, because one was sent twice. Those of the
   * gateway itself have no echo, so a client could not detect that they belong to another request.
   */
  private final Map<ISession, Queue<HttpMessage>> shifted =
      Collections.synchronizedMap(new WeakHashMap<>());

  Http2Gateway(URI service, long seed) {
    this.service = service;
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(configuration);
    http2.setMaxConcurrentStreams(STREAMS);
    // Jetty would close connections on which many streams are reset.
    http2.setRateControlFactory(new RateControl.Factory() {});
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory("h2");
    alpn.setDefaultProtocol("h2");
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(TestTls.shared().server());
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new SslConnectionFactory(tls, "alpn"), alpn, http2);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new ForwardingHandler());
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    link = new UnreliableLink(connector.getLocalPort(), seed);
  }

  @Override
  public URI address() {
    return URI.create("https://127.0.0.1:" + link.port());
  }

  @Override
  public FaultInjector injector() {
    return link.injector();
  }

  @Override
  public void close() {
    link.close();
    try {
      server.stop();
      for (Upstream upstream : idle) {
        upstream.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("The gateway did not stop", e);
    }
  }

  /** Returns the response to send for a request, which is an earlier one after a shift. */
  private HttpMessage shift(ISession session, HttpMessage response, boolean twice) {
    Queue<HttpMessage> owed = shifted.computeIfAbsent(session, s -> new ConcurrentLinkedQueue<>());
    owed.add(response);
    if (twice) {
      owed.add(response);
    }
    return owed.remove();
  }

  private void forward(HttpMessage request, ServerStream stream) throws IOException {
    Upstream upstream = idle.poll();
    if (upstream == null) {
      upstream = new Upstream(service);
    }
    try {
      link.injector().exchange(request, stream, upstream);
      idle.push(upstream);
    } catch (IOException e) {
      upstream.close();
      throw e;
    }
  }

  private static HttpMessage read(HttpServletRequest request) throws IOException {
    List<String> headers = new ArrayList<>();
    headers.add("Host: service");
    for (String name : Collections.list(request.getHeaderNames())) {
      if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
        for (String value : Collections.list(request.getHeaders(name))) {
          headers.add(name + ": " + value);
        }
      }
    }
    String query = request.getQueryString();
    String target = request.getRequestURI() + (query == null ? "" : "?" + query);
    byte[] body = request.getInputStream().readAllBytes();
    return HttpMessage.request(request.getMethod(), target, headers, body);
  }

  /** Forwards each request in a thread of Jetty. */
  private final class ForwardingHandler extends AbstractHandler {
    @Override
    public void handle(
        String target, Request jetty, HttpServletRequest request, HttpServletResponse response) {
      jetty.setHandled(true);
      ServerStream stream =
          new ServerStream(
              jetty, response, (session, message) -> shift(session, message, false), this::twice);
      try {
        forward(read(request), stream);
      } catch (IOException e) {
        // The client has ended the exchange, or its connection is lost.
        stream.reset();
      }
    }

    private HttpMessage twice(ISession session, HttpMessage message) {
      return shift(session, message, true);
    }
  }
}
