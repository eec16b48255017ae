package canon.cpp.cloudservice.examples.remotecontrol.store;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Starts Debian's PostgreSQL in a new directory, on a free port of the loopback interface. It runs
 * as the user {@code postgres}, because PostgreSQL refuses to run as root.
 */
public final class PostgresServer implements AutoCloseable {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final int MINUTES = 2;

  private final Path programs;
  private final Path directory;
  private final int port;

  private PostgresServer(Path programs, Path directory, int port) {
    this.programs = programs;
    this.directory = directory;
    this.port = port;
  }

  public static PostgresServer start() throws IOException {
    Path programs = newestPrograms();
    String directory = run(List.of("mktemp", "-d", "/tmp/remote-control-postgres-XXXXXX")).strip();
    PostgresServer server = new PostgresServer(programs, Path.of(directory), freePort());
    server.program(
        "initdb", "-D", directory + "/data", "-A", "trust", "-U", "test", "-E", "UTF8", "-N");
    server.program(
        "pg_ctl",
        "-D",
        directory + "/data",
        "-w",
        "-l",
        directory + "/log",
        "-o",
        "-h 127.0.0.1 -p " + server.port + " -k " + directory + " -c fsync=off",
        "start");
    return server;
  }

  private static Path newestPrograms() throws IOException {
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .max(Comparator.comparing(version -> Integer.valueOf(version.getFileName().toString())))
          .orElseThrow()
          .resolve("bin");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public DataSource database() {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {"127.0.0.1"});
    database.setPortNumbers(new int[] {port});
    database.setDatabaseName("postgres");
    database.setUser("test");
    return database;
  }

  private void program(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(programs.resolve(name).toString()));
    command.addAll(List.of(arguments));
    run(command);
  }

  private static String run(List<String> command) throws IOException {
    List<String> whole = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      whole.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    whole.addAll(command);
    Path output = Files.createTempFile("postgres", ".out");
    Process process =
        new ProcessBuilder(whole)
            .directory(new File("/"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(command.get(0) + " failed: " + Files.readString(output));
      }
      return Files.readString(output);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(command.get(0) + " was interrupted");
    } finally {
      Files.delete(output);
    }
  }

  @Override
  public void close() throws IOException {
    program("pg_ctl", "-D", directory + "/data", "-m", "immediate", "stop");
    run(List.of("rm", "-rf", directory.toString()));
  }
}
