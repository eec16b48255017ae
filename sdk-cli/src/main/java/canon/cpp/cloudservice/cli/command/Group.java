package canon.cpp.cloudservice.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has commands. */
@Command(
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true)
final class Group implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    requireCommand(spec);
  }

  static void requireCommand(@Nullable CommandSpec spec) {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "A command is missing after "
              + spec.qualifiedName()
              + ": "
              + String.join(", ", spec.subcommands().keySet())
              + ".");
    }
  }
}
