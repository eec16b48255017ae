package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.internal.http.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Creates the sockets for TLS and tells each exchange which one it uses, so that cancelling an
 * exchange closes its socket at once.
 *
 * <p>HttpURLConnection itself creates sockets to a proxy, so only the exchange that opens such a
 * connection knows its socket. Without TLS there is no factory. In these cases the thread ends at
 * its read timeout; the caller does not wait for it.
 */
final class ExchangeSocketFactory extends SSLSocketFactory {
  private final Tls tls;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  ExchangeSocketFactory(Tls tls) {
    this.tls = tls;
  }

  /** Creates the plain socket over which HttpURLConnection then creates TLS. */
  @Override
  public Socket createSocket() throws IOException {
    UrlExchange exchange = UrlExchange.CURRENT.get();
    if (exchange != null && exchange.refusesConnection()) {
      throw new SocketException("A thread of the transport opens the connection");
    }
    Socket socket = new TrackedSocket(open::remove);
    open.add(socket);
    if (closed) {
      close(socket);
    }
    registerOpened(socket);
    return socket;
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    registerOpened(socket);
    SSLSocket secure = tls.over(socket, host, port, autoClose);
    if (socket instanceof TrackedSocket tracked) {
      tracked.carries(secure);
    }
    return secure;
  }

  /** HttpURLConnection calls this when TLS through a tunnel fails, to go around the proxy. */
  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new SocketException("Only connections of HttpURLConnection are supported");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host.getHostName(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(host.getHostName(), port);
  }

  /** Closes the sockets of idle connections too. */
  void close() {
    closed = true;
    open.forEach(ExchangeSocketFactory::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The socket is discarded in any case.
    }
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.context().getSocketFactory().getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.context().getSocketFactory().getSupportedCipherSuites();
  }

  private static void registerOpened(Socket socket) {
    UrlExchange exchange = UrlExchange.CURRENT.get();
    if (exchange != null) {
      exchange.opens(socket);
    }
  }
}
