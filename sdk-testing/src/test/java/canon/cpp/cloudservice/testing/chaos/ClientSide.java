package canon.cpp.cloudservice.testing.chaos;

import canon.cpp.cloudservice.testing.internal.identity.crypto.TestTls;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;

/** A connection from a client, with or without TLS, that can fail like a network. */
final class ClientSide implements AutoCloseable {
  private final Socket socket;
  private final Socket channel;
  private final InputStream in;

  ClientSide(Socket socket, boolean secured) throws IOException {
    socket.setTcpNoDelay(true);
    this.socket = socket;
    this.channel = secured ? secured(socket) : socket;
    this.in = new BufferedInputStream(channel.getInputStream());
  }

  InputStream in() {
    return in;
  }

  void send(HttpMessage answer) throws IOException {
    channel.getOutputStream().write(answer.bytes());
  }

  /** Sends the beginning of a response, and closes the connection. */
  void sendPart(HttpMessage answer, int length) throws IOException {
    channel.getOutputStream().write(Arrays.copyOf(answer.bytes(), length));
    socket.close();
  }

  /** Sends nothing until the client closes the connection. */
  void fallSilent() throws IOException {
    long unused = in.transferTo(OutputStream.nullOutputStream());
  }

  /** Resets the connection, so that data in flight is lost in both directions. */
  void reset() {
    reset(socket);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is already closed.
    }
  }

  private static Socket secured(Socket socket) throws IOException {
    SSLSocket tls =
        (SSLSocket) TestTls.shared().server().getSocketFactory().createSocket(socket, null, true);
    tls.setUseClientMode(false);
    return tls;
  }
}
