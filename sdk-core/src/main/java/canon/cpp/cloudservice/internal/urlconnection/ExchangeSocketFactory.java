package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.internal.http.Tls;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes the sockets for TLS and tells each exchange which one it uses, so that giving up an
 * exchange closes its socket at once, whatever its thread is waiting for.
 *
 * <p>Not through a proxy: HttpURLConnection makes those sockets itself, so only an exchange that
 * opens a connection knows its socket, not one that uses it again. In clear there is no factory at
 * all. Then the thread is free when its read timeout is over; the caller is in any case.
 */
final class ExchangeSocketFactory extends SSLSocketFactory {
  private final Tls tls;
  private final SSLSocketFactory factory;

  ExchangeSocketFactory(Tls tls) {
    this.tls = tls;
    this.factory = tls.context().getSocketFactory();
  }

  /** The plain socket, over which HttpURLConnection then asks for TLS. */
  @Override
  public Socket createSocket() {
    Socket socket = new TellingSocket();
    tellOpened(socket);
    return socket;
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    tellOpened(socket);
    return tls.over(socket, host, port, autoClose);
  }

  /** HttpURLConnection's last resort when TLS over a tunnel fails: around the proxy. */
  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new SocketException("Only connections of HttpURLConnection are secured");
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

  @Override
  public String[] getDefaultCipherSuites() {
    return factory.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory.getSupportedCipherSuites();
  }

  private static void tellOpened(Socket socket) {
    UrlExchange exchange = UrlExchange.CURRENT.get();
    if (exchange != null) {
      exchange.opens(socket);
    }
  }

  private static void tell(Socket socket) {
    UrlExchange exchange = UrlExchange.CURRENT.get();
    if (exchange != null) {
      exchange.uses(socket);
    }
  }

  /** Whoever writes to it uses it; that is how an exchange on a used connection is known. */
  private static final class TellingSocket extends Socket {
    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          tell(TellingSocket.this);
          out.write(bytes, offset, length);
        }
      };
    }
  }
}
