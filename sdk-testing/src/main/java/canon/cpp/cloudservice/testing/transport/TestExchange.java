package canon.cpp.cloudservice.testing.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** One request at a {@link TestServer}, with methods to respond correctly or incorrectly. */
final class TestExchange {
  private final TestRequest request;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  TestExchange(TestRequest request, Socket socket, InputStream in) throws IOException {
    this.request = request;
    this.socket = socket;
    this.in = in;
    this.out = socket.getOutputStream();
  }

  TestRequest request() {
    return request;
  }

  /** Sends a complete response; the connection stays open. */
  void respond(int status, byte[] body, String... headers) throws IOException {
    boolean bodiless = status == 204 || status == 304;
    String length = bodiless ? "" : "Content-Length: " + body.length + "\r\n";
    byte[] head = head(status, length, headers).getBytes(StandardCharsets.ISO_8859_1);
    boolean withBody = !bodiless && !request.method().equals("HEAD");
    byte[] all = new byte[head.length + (withBody ? body.length : 0)];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, all.length - head.length);
    write(all);
  }

  void respond(int status, String body, String... headers) throws IOException {
    respond(status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  void respondChunked(int status, byte[]... chunks) throws IOException {
    write(head(status, "Transfer-Encoding: chunked\r\n"));
    for (byte[] chunk : chunks) {
      writeChunk(chunk);
    }
    write("0\r\n\r\n");
  }

  void writeChunk(byte[] chunk) throws IOException {
    write(Integer.toHexString(chunk.length) + "\r\n");
    write(chunk);
    write("\r\n");
  }

  void write(String raw) throws IOException {
    write(raw.getBytes(StandardCharsets.ISO_8859_1));
  }

  void write(byte[] raw) throws IOException {
    out.write(raw);
    out.flush();
  }

  /** Closes the connection normally. */
  void close() throws IOException {
    socket.close();
  }

  /** Resets the connection. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Renegotiates TLS, which fails if the client has no certificate. */
  void wantClientCertificate() throws IOException {
    SSLSocket tls = (SSLSocket) socket;
    tls.setNeedClientAuth(true);
    tls.startHandshake();
  }

  /** Accepts a CONNECT, then forwards bytes both ways. */
  void tunnelTo(int port) throws IOException {
    try (Socket service = new Socket(InetAddress.getLoopbackAddress(), port)) {
      write("HTTP/1.1 200 Connected\r\n\r\n");
      Thread back = new Thread(() -> copy(service, socket), "test-tunnel-" + port);
      back.setDaemon(true);
      back.start();
      in.transferTo(service.getOutputStream());
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of the two has closed the connection.
    }
  }

  /** Sends nothing more until the client closes the connection. */
  void stall() throws IOException {
    while (in.read() >= 0) {
      // Further input is ignored.
    }
    socket.close();
  }

  private static String head(int status, String more, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n").append(more);
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("\r\n").toString();
  }
}
