package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The base of all commands. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    sortOptions = false,
    synopsisHeading = "Usage: ",
    parameterListHeading = "%n",
    optionListHeading = "%n")
public abstract class CloudCommand implements Callable<Integer> {
  private final Context context;

  /** Creates the command. */
  protected CloudCommand(Context context) {
    this.context = context;
  }

  @Override
  public final Integer call() throws Exception {
    ExitCode code = run();
    context.terminal().out().flush();
    return code.value();
  }

  /** Runs the command. */
  protected abstract ExitCode run() throws Exception;

  /** Returns what all commands share. */
  protected final Context context() {
    return context;
  }

  /** Returns the terminal. */
  protected final Terminal terminal() {
    return context.terminal();
  }
}
