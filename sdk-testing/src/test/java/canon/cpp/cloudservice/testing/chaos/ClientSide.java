package canon.cpp.cloudservice.testing.chaos;

import canon.cpp.cloudservice.testing.internal.identity.crypto.TestTls;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;

/** A connection from a client, in clear or with TLS, that can break in the ways of a network. */
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

  /** Sends the beginning of an answer, and ends. */
  void sendPart(HttpMessage answer, int length) throws IOException {
    channel.getOutputStream().write(Arrays.copyOf(answer.bytes(), length));
    socket.close();
  }

  /** Says nothing until the client goes away. */
  void fallSilent() throws IOException {
    long unused = in.transferTo(OutputStream.nullOutputStream());
  }

  /** Breaks, so that what is under way is lost both ways. */
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
      // It is gone already.
    }
  }

  private static Socket secured(Socket socket) throws IOException {
    SSLSocket tls =
        (SSLSocket) TestTls.shared().server().getSocketFactory().createSocket(socket, null, true);
    tls.setUseClientMode(false);
    return tls;
  }
}
