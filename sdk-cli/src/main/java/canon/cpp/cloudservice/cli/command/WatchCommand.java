package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.errors.DeadlineException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Waits for a state, then shows what has reached it.
 *
 * @param <T> the type of the result
 */
public abstract class WatchCommand<T> extends CloudCommand {
  @Parameters(paramLabel = "KEY", description = "The e-mail address, serial number or id.")
  private String key = "";

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "10m",
      description = "The longest wait, such as 90s, 10m or 2h. Default: ${DEFAULT-VALUE}.")
  private String timeout = "10m";

  /** Creates the command. */
  protected WatchCommand(Context context) {
    super(context);
  }

  @Override
  protected final ExitCode run() {
    String typed = Keys.check(List.of(key)).get(0);
    Duration longest = duration(timeout);
    try (Connection connection = context().connect()) {
      context().printOne(columns(), await(connection.client(), typed).timeout(longest).execute());
      return ExitCode.OK;
    } catch (DeadlineException e) {
      if (e.getCause() != null) {
        throw e; // The last read failed, so the service is the reason.
      }
      throw new CommandException(
          ExitCode.UNKNOWN,
          "The state was not reached in "
              + timeout
              + ". Run the command again, or wait longer with --timeout.",
          e);
    }
  }

  private static Duration duration(String text) {
    if (!text.matches("[1-9][0-9]{0,4}[smh]")) {
      throw CommandException.usage("--timeout is not a time such as 90s, 10m or 2h: " + text);
    }
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  /** Returns the wait. */
  protected abstract Call<T> await(CloudServiceClient client, String key);

  /** Returns the columns of the output. */
  protected abstract List<Column<T>> columns();
}
