package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.cli.output.OutputFormat;
import canon.cpp.cloudservice.cli.terminal.StandardStream;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. */
public final class GlobalOptions {
  @Option(
      names = "--site",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description =
          "The section of the configuration file, or the id of the site. The account must belong to"
              + " this site.")
  private @Nullable String site;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The configuration file. Default: the one in the folder of the user.")
  private @Nullable Path config;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "The address of the service.")
  private @Nullable String endpoint;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      scope = ScopeType.INHERIT,
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TABLE;

  @Option(
      names = "--non-interactive",
      scope = ScopeType.INHERIT,
      description = "Never ask a question.")
  private boolean nonInteractive;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean stackTrace;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log each call to standard error, without addresses and secrets.")
  private boolean verbose;

  /** Returns the name or id of the site, from the option or the environment. */
  public @Nullable String site(Terminal terminal) {
    String variable = terminal.environment().getOrDefault("CLOUD_SERVICE_SITE", "");
    return site != null || variable.isEmpty() ? site : variable;
  }

  /** Returns the configuration file, from the option or the environment. */
  public @Nullable Path config(Terminal terminal) {
    String variable = terminal.environment().getOrDefault("CLOUD_SERVICE_CONFIG", "");
    return config != null || variable.isEmpty() ? config : Path.of(variable);
  }

  /** Returns the address of the service, if the option gives one. */
  public @Nullable String endpoint() {
    return endpoint;
  }

  /** Returns the format of the output. */
  public OutputFormat format() {
    return format;
  }

  /** Tells whether the user can be asked. */
  public boolean mayAsk(Terminal terminal) {
    return !nonInteractive
        && terminal.isInteractive(StandardStream.IN)
        && terminal.isInteractive(StandardStream.ERR);
  }

  /** Tells whether stack traces are wanted. */
  public boolean stackTrace() {
    return stackTrace;
  }

  /** Tells whether calls are logged. */
  public boolean verbose() {
    return verbose;
  }
}
