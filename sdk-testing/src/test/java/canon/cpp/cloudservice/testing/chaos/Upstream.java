package canon.cpp.cloudservice.testing.chaos;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/** A connection from a gateway to the service. */
final class Upstream implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  Upstream(URI service) throws IOException {
    socket = new Socket(service.getHost(), service.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  void send(HttpMessage request) throws IOException {
    socket.getOutputStream().write(request.bytes());
  }

  HttpMessage receive() throws IOException {
    return HttpMessage.read(in).orElseThrow(() -> new EOFException("No response"));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
