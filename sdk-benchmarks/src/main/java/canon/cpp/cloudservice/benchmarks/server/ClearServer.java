package canon.cpp.cloudservice.benchmarks.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves HTTP/1.1 without TLS, with as little work for each request as possible. */
final class ClearServer {
  private final Duration delay;
  private final Map<String, byte[]> responses = new ConcurrentHashMap<>();

  private ClearServer(Duration delay) {
    this.delay = delay;
  }

  public static void main(String[] arguments) throws IOException {
    CannedServer.exitWithParent();
    ClearServer server = new ClearServer(Duration.ofMillis(Long.parseLong(arguments[0])));
    try (ServerSocket socket = new ServerSocket(0, 128, InetAddress.getLoopbackAddress())) {
      System.out.println(socket.getLocalPort());
      while (true) {
        Socket connection = socket.accept();
        Thread thread = new Thread(() -> server.serve(connection));
        thread.setDaemon(true);
        thread.start();
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream input = new BufferedInputStream(socket.getInputStream());
      OutputStream output = socket.getOutputStream();
      StringBuilder line = new StringBuilder();
      while (readLine(input, line)) {
        byte[] response = responses.computeIfAbsent(line.toString(), ClearServer::response);
        int length = 0;
        while (readLine(input, line) && line.length() > 0) {
          if (line.length() > 15 && line.substring(0, 15).equalsIgnoreCase("content-length:")) {
            length = Integer.parseInt(line.substring(15).trim());
          }
        }
        input.skipNBytes(length);
        Thread.sleep(delay.toMillis());
        output.write(response);
      }
    } catch (IOException e) {
      // The client has closed the connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] response(String requestLine) {
    String[] parts = requestLine.split(" ", 3);
    byte[] body = CannedResponses.body(parts[0], parts[1]);
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: req_7f3k2m9q\r\n"
                + "Date: Sat, 01 Mar 2031 12:00:00 GMT\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(ISO_8859_1);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  private static boolean readLine(InputStream input, StringBuilder line) throws IOException {
    line.setLength(0);
    int read;
    while ((read = input.read()) >= 0) {
      if (read == '\n') {
        return true;
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return false;
  }
}
