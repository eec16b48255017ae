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
final class ClientSide implements Downstream, AutoCloseable {
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

  @Override
  public void send(HttpMessage response) throws IOException {
    channel.getOutputStream().write(response.bytes());
  }

  @Override
  public void forward(HttpMessage response) throws IOException {
    send(response);
  }

  @Override
  public void forwardTwice(HttpMessage response) throws IOException {
    send(response);
    send(response);
  }

  /** Sends the beginning of a response, and closes the connection. */
  @Override
  public void sendPart(HttpMessage response, int length) throws IOException {
    channel.getOutputStream().write(Arrays.copyOf(response.bytes(), length));
    socket.close();
  }

  /** Sends nothing until the client closes the connection. */
  @Override
  public void fallSilent() throws IOException {
    long unused = in.transferTo(OutputStream.nullOutputStream());
  }

  /** Resets the connection, so that data in flight is lost in both directions. */
  @Override
  public void reset() {
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
