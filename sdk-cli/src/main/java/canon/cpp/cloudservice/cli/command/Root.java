package canon.cpp.cloudservice.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code cloudservice}. */
@Command(
    name = "cloudservice",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    header = "Administers users, administrators and printers of the PRISMAsync cloud service.",
    synopsisSubcommandLabel = "COMMAND",
    synopsisHeading = "%nUsage: ",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions of all commands:%n",
    footerHeading = "%n",
    footer = "Exit codes, configuration and files: docs/command-line.md")
final class Root implements Runnable {
  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Spec private @Nullable CommandSpec spec;

  GlobalOptions options() {
    return options;
  }

  /** A command is needed, so this shows which ones there are. */
  @Override
  public void run() {
    Group.requireCommand(spec);
  }
}
