package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.internal.http.Tls;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Creates the sockets for TLS and tells each exchange which one it uses, so that cancelling an
 * exchange closes its socket at once. It also detects bytes that arrive between two exchanges.
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
  public Socket createSocket() {
    Socket socket = new TrackedSocket();
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
    return tls.over(socket, host, port, autoClose);
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

  /** A socket that learns from each write which exchange uses it. */
  private final class TrackedSocket extends Socket {
    private @Nullable UrlExchange user;

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          startExchange();
          out.write(bytes, offset, length);
        }
      };
    }

    /** A response that arrived before its request belongs to another request. */
    private void startExchange() throws IOException {
      UrlExchange exchange = UrlExchange.CURRENT.get();
      if (exchange == null || exchange == user) {
        return;
      }
      boolean reused = user != null;
      user = exchange;
      exchange.uses(this);
      if (reused && super.getInputStream().available() > 0) {
        close();
        throw new SocketException("Bytes arrived on an idle connection");
      }
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // Closing must not wait for a lock.
    public void close() throws IOException {
      open.remove(this);
      super.close();
    }
  }
}
