package canon.cpp.cloudservice.testing.transport;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A proxy as customers run it: a child process with a set-up of its own. */
final class RealProxy implements AutoCloseable {
  static final String USER = "user";
  static final String PASSWORD = "open-sesame";

  /** What {@code openssl passwd -apr1} makes of the password. */
  private static final String HASH = "$apr1$kitskits$NWaTb4tl19RxzvtcZDjH1.";

  private final int port;
  private final Process process;
  private final Path folder;

  private RealProxy(Kind kind, boolean password) throws IOException {
    port = freePort();
    folder = Files.createTempDirectory("proxy");
    // Squid that is started by root continues as another user.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.writeString(folder.resolve("passwords"), USER + ":" + HASH + "\n");
    Path setUp =
        Files.writeString(
            folder.resolve("proxy.conf"), String.join("\n", kind.setUp(port, folder, password)));
    process =
        new ProcessBuilder(kind.command(setUp))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    awaitOpen();
  }

  static RealProxy open(Kind kind) throws IOException {
    return new RealProxy(kind, false);
  }

  static RealProxy withPassword(Kind kind) throws IOException {
    return new RealProxy(kind, true);
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
    process.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
    }
  }

  private void awaitOpen() throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket probe = new Socket()) {
        probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        TestPacing.rest(Duration.ofMillis(50));
      }
    }
    String output = Files.readString(folder.resolve("output"));
    close();
    throw new IllegalStateException("The proxy did not start: " + output);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Which proxy. */
  enum Kind {
    TINYPROXY {
      @Override
      List<String> command(Path setUp) {
        return List.of(find("tinyproxy"), "-d", "-c", setUp.toString());
      }

      @Override
      List<String> setUp(int port, Path folder, boolean password) {
        return List.of(
            "Port " + port,
            "Listen 127.0.0.1",
            "Allow 127.0.0.1",
            "Timeout 60",
            "MaxClients 50",
            password ? "BasicAuth " + USER + " " + PASSWORD : "",
            "");
      }
    },
    SQUID {
      @Override
      List<String> command(Path setUp) {
        return List.of(find("squid"), "-N", "-f", setUp.toString());
      }

      @Override
      List<String> setUp(int port, Path folder, boolean password) {
        String helper = "/usr/lib/squid/basic_ncsa_auth " + folder.resolve("passwords");
        return List.of(
            "http_port 127.0.0.1:" + port,
            "visible_hostname localhost",
            "pid_filename none",
            "netdb_filename none",
            "pinger_enable off",
            "shutdown_lifetime 0 seconds",
            "cache deny all",
            "access_log none",
            "cache_log " + folder.resolve("cache.log"),
            "coredump_dir " + folder,
            password ? "auth_param basic program " + helper : "",
            password ? "acl known proxy_auth REQUIRED" : "",
            password ? "http_access deny !known" : "",
            "acl forbidden dstdomain forbidden.example",
            "http_access deny forbidden",
            "http_access allow all",
            "");
      }
    };

    abstract List<String> command(Path setUp);

    abstract List<String> setUp(int port, Path folder, boolean password);

    private static String find(String program) {
      for (String folder : new String[] {"/usr/bin", "/usr/sbin", "/usr/local/bin"}) {
        Path file = Path.of(folder, program);
        if (Files.isExecutable(file)) {
          return file.toString();
        }
      }
      throw new IllegalStateException("Install " + program + ": this test runs it");
    }
  }
}
