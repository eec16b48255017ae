package canon.cpp.cloudservice.testing.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** One request at a {@link TestServer}, and the means to answer it well or badly. */
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

  /** Answers properly; the connection stays open. */
  void answer(int status, byte[] body, String... headers) throws IOException {
    boolean bodiless = status == 204 || status == 304;
    String length = bodiless ? "" : "Content-Length: " + body.length + "\r\n";
    byte[] head = head(status, length, headers).getBytes(StandardCharsets.ISO_8859_1);
    boolean withBody = !bodiless && !request.method().equals("HEAD");
    byte[] all = new byte[head.length + (withBody ? body.length : 0)];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, all.length - head.length);
    write(all);
  }

  void answer(int status, String body, String... headers) throws IOException {
    answer(status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  void answerChunked(int status, byte[]... chunks) throws IOException {
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

  /** Ends the connection in order. */
  void hangUp() throws IOException {
    socket.close();
  }

  /** Ends the connection by a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Agrees on TLS anew, which fails if the other side has no certificate. */
  void wantClientCertificate() throws IOException {
    SSLSocket tls = (SSLSocket) socket;
    tls.setNeedClientAuth(true);
    tls.startHandshake();
  }

  /** Answers a CONNECT, and then carries bytes both ways. */
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
      // One of them hung up.
    }
  }

  /** Says nothing more, until the other side gives up. */
  void fallSilent() throws IOException {
    while (in.read() >= 0) {
      // What still comes is of no interest.
    }
    socket.close();
  }

  private static String head(int status, String more, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said\r\n").append(more);
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("\r\n").toString();
  }
}
