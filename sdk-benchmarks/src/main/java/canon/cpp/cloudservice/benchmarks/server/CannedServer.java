package canon.cpp.cloudservice.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A server in a process of its own that has its responses ready, so that the figures of a benchmark
 * are those of the client alone. It ends with the process that has started it.
 */
public final class CannedServer implements AutoCloseable {
  private final Process process;
  private final URI address;

  private CannedServer(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts a server for HTTP/1.1 without TLS. */
  public static CannedServer start() throws IOException {
    return start(Duration.ZERO);
  }

  /** Starts a server for HTTP/1.1 without TLS that delays each response, like a slow link. */
  public static CannedServer start(Duration delay) throws IOException {
    return start("http", ClearServer.class, String.valueOf(delay.toMillis()));
  }

  /** Starts a server for HTTP/2 and HTTP/1.1 over TLS. */
  public static CannedServer startTls(Path keyStore) throws IOException {
    return start("https", TlsServer.class, keyStore.toString());
  }

  private static CannedServer start(String scheme, Class<?> main, String argument)
      throws IOException {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                argument)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String port = output.readLine();
    return new CannedServer(process, URI.create(scheme + "://localhost:" + port));
  }

  public URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** Ends this process when its standard input ends, which it does with the parent process. */
  static void exitWithParent() {
    Thread thread = new Thread(CannedServer::awaitParent);
    thread.setDaemon(true);
    thread.start();
  }

  private static void awaitParent() {
    try {
      while (System.in.read() >= 0) {
        // The parent sends nothing.
      }
    } catch (IOException e) {
      // The same as its end.
    }
    System.exit(0);
  }
}
