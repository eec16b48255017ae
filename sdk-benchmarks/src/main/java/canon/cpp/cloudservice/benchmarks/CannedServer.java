package canon.cpp.cloudservice.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A server in a process of its own that has its responses ready, so that the figures of a benchmark
 * are those of the client alone.
 */
public final class CannedServer implements AutoCloseable {
  private static final byte[] USER = response(Users.one(0));
  private static final byte[] ADDED =
      response("{\"user\":" + Users.one(0) + ",\"changes\":" + Users.CHANGES + "}");
  private static final byte[] PAGE_100 = response(Users.page(100));
  private static final byte[] PAGE_1000 = response(Users.page(1000));

  private final Process process;
  private final URI address;

  private CannedServer(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts the server. */
  public static CannedServer start() throws IOException {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CannedServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String port = output.readLine();
    return new CannedServer(process, URI.create("http://localhost:" + port));
  }

  public URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static byte[] response(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: req_7f3k2m9q\r\n"
            + "Date: Sat, 01 Mar 2031 12:00:00 GMT\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    byte[] all = new byte[head.length() + bytes.length];
    System.arraycopy(head.getBytes(ISO_8859_1), 0, all, 0, head.length());
    System.arraycopy(bytes, 0, all, head.length(), bytes.length);
    return all;
  }

  /** Serves until the process that has started it ends. */
  public static void main(String[] arguments) throws IOException {
    Thread parent = new Thread(CannedServer::exitWithParent);
    parent.setDaemon(true);
    parent.start();
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.out.println(server.getLocalPort());
      while (true) {
        Socket socket = server.accept();
        Thread thread = new Thread(() -> serve(socket));
        thread.setDaemon(true);
        thread.start();
      }
    }
  }

  /** Standard input ends with the parent. */
  private static void exitWithParent() {
    try {
      while (System.in.read() >= 0) {
        // The parent sends nothing.
      }
    } catch (IOException e) {
      // Like its end.
    }
    System.exit(0);
  }

  private static void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream input = new BufferedInputStream(socket.getInputStream());
      OutputStream output = socket.getOutputStream();
      StringBuilder line = new StringBuilder();
      while (readLine(input, line)) {
        byte[] response = responseTo(line);
        int length = 0;
        while (readLine(input, line) && line.length() > 0) {
          if (line.length() > 15 && line.substring(0, 15).equalsIgnoreCase("content-length:")) {
            length = Integer.parseInt(line.substring(15).trim());
          }
        }
        input.skipNBytes(length);
        output.write(response);
      }
    } catch (IOException e) {
      // The client has closed the connection.
    }
  }

  private static byte[] responseTo(StringBuilder requestLine) {
    if (requestLine.indexOf("POST") == 0) {
      return ADDED;
    }
    return requestLine.indexOf("pageSize=1000") > 0
        ? PAGE_1000
        : requestLine.indexOf("pageSize=100") > 0 ? PAGE_100 : USER;
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

  /** The JSON of users. */
  public static final class Users {
    static final String CHANGES =
        "[{\"application\":\"prismalytics-dashboard\",\"result\":\"added\"},"
            + "{\"application\":\"remote-control\",\"result\":\"added\"}]";

    private Users() {}

    public static String page(int size) {
      return IntStream.range(0, size)
          .mapToObj(Users::one)
          .collect(Collectors.joining(",", "{\"items\":[", "],\"nextPageToken\":\"p2_3f9k2m\"}"));
    }

    public static String one(int number) {
      return "{\"id\":\"usr_8h2d6q"
          + number
          + "\",\"email\":\"John.Doe"
          + number
          + "@contoso.com\",\"canonicalEmail\":\"john.doe"
          + number
          + "@contoso.com\",\"administrator\":\"none\",\"applications\":["
          + "{\"id\":\"remote-control\",\"state\":\"invited\"},"
          + "{\"id\":\"prismalytics-dashboard\",\"state\":\"active\"}],"
          + "\"addedAt\":\"2031-03-01T12:00:00.123Z\",\"etag\":\"\\\"m4Xw0q\\\"\"}";
    }
  }
}
