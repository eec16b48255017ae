package canon.cpp.cloudservice.testing.internal.standalone;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Pem;
import canon.cpp.cloudservice.testing.internal.identity.crypto.TestTls;
import canon.cpp.cloudservice.testing.internal.wire.IpLiterals;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the stand-alone fake. */
@Command(
    name = "fake-cloud-service",
    mixinStandardHelpOptions = true,
    versionProvider = FakeVersion.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    header = "A fake of the PRISMAsync cloud service, for tests that run without it.",
    synopsisHeading = "%nUsage: ",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%n",
    footer = {
      "The paths under /_fake control it: docs/fake-standalone.md. The state is lost"
          + " when it ends; Ctrl+C ends it.",
      "",
      "Exit codes: 0 help or version was requested, 1 it could not start, 2 the"
          + " command line is wrong."
    })
final class FakeCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65535;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "The port to listen on; 0 for any free port. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--seed",
      paramLabel = "FILE",
      description = "The initial state, as described in docs/fake-state.md. Default: empty")
  private @Nullable Path seed;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "The address of this machine to listen on, 0.0.0.0 for all; every program that"
              + " reaches it can control the fake. Default: ${DEFAULT-VALUE}")
  private String listen = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "A host name by which clients reach it, without the port, in addition to"
              + " localhost; can be repeated. Requests with another host name are rejected.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--tls", description = "Use TLS. The certificate is created at start.")
  private boolean tls;

  @Option(
      names = "--tls-ca",
      paramLabel = "FILE",
      description =
          "Write the certificate authority that a client has to trust to this file, as"
              + " PEM; it changes at each start.")
  private @Nullable Path tlsAuthority;

  @Spec private @Nullable CommandSpec spec;

  private final Started started;

  FakeCommand(Started started) {
    this.started = started;
  }

  /** Notified when the fake is ready. */
  @FunctionalInterface
  interface Started {
    /** Returns when the fake has to end. */
    void runs(StandaloneServer server) throws InterruptedException;
  }

  @Override
  public Integer call() throws InterruptedException {
    check();
    InetSocketAddress where = new InetSocketAddress(address(), port);
    TestTls secured = tls ? TestTls.alsoFor(namesOf(where.getAddress())) : null;
    try (StandaloneServer server = start(where, secured)) {
      if (tlsAuthority != null && secured != null) {
        write(tlsAuthority, Pem.of(secured.authority()));
      }
      if (!where.getAddress().isLoopbackAddress()) {
        print(
            spec().commandLine().getErr(),
            "Warning: every program that reaches this machine can read and change the"
                + " state of this fake.");
      }
      print(
          spec().commandLine().getOut(),
          "The fake PRISMAsync cloud service is ready at " + server.address());
      started.runs(server);
    }
    return 0;
  }

  private void check() {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          spec().commandLine(), "--port must be between 0 and " + MAX_PORT);
    }
    if (tlsAuthority != null && !tls) {
      throw new ParameterException(spec().commandLine(), "--tls-ca requires --tls");
    }
    for (String name : names) {
      if (name.indexOf('_') >= 0) {
        throw new ParameterException(
            spec().commandLine(),
            "--name cannot contain an underscore, because Java clients cannot address such a host: "
                + name
                + ". Use a hyphen.");
      }
      if (!name.matches("[0-9A-Za-z.-]{1,253}") && IpLiterals.parse(name).isEmpty()) {
        throw new ParameterException(
            spec().commandLine(), "--name is not a host name without a port: " + name);
      }
    }
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(listen);
    } catch (UnknownHostException e) {
      throw new CannotStartException("--listen is not an address: " + listen);
    }
  }

  /** Returns the names for the certificate, so that it matches the announced address. */
  private List<String> namesOf(InetAddress listener) {
    List<String> all = new ArrayList<>(names);
    if (!listener.isAnyLocalAddress()) {
      all.add(
          listener
              .getHostAddress()
              .replaceFirst("%.*", "")); // A scope is not allowed in certificates.
    }
    return all;
  }

  /** Returns whether a port can be bound at an address. */
  private static boolean isOfThisMachine(InetAddress listener) {
    try (ServerSocket any = new ServerSocket(0, 1, listener)) {
      return any.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private StandaloneServer start(InetSocketAddress where, @Nullable TestTls secured) {
    try {
      return StandaloneServer.start(
          seed == null ? SeedFile.empty() : SeedFile.read(seed), where, names, secured);
    } catch (BindException e) {
      String reason = " (" + e.getMessage() + "). ";
      throw new CannotStartException(
          isOfThisMachine(where.getAddress())
              ? "Port "
                  + port
                  + " of "
                  + listen
                  + " cannot be bound"
                  + reason
                  + "Choose another one with --port, or 0 for any free port."
              : "--listen is not an address of this machine: "
                  + listen
                  + reason
                  + "Use 0.0.0.0 for all its addresses.");
    } catch (IOException e) {
      throw new CannotStartException("It cannot listen on " + listen + ": " + e.getMessage());
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new CannotStartException(file + " cannot be written: " + e);
    }
  }

  private static void print(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("The command line was not read");
    }
    return spec;
  }
}
