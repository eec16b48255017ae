package canon.cpp.cloudservice.cli.command.support;

import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options. */
@Command(
    header = "Print a completion script for a shell.",
    description = {
      "bash, zsh: cloudservice completion bash > FILE, then source FILE.",
      "fish: cloudservice completion fish > ~/.config/fish/completions/cloudservice.fish"
    })
public final class Completion extends CloudCommand {
  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private String shell = "";

  @Spec private @Nullable CommandSpec spec;

  /** Creates the command. */
  public Completion(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    if (spec == null) {
      throw new IllegalStateException("The command line was not read");
    }
    CommandLine all = spec.root().commandLine();
    String script =
        switch (shell) {
          case "bash", "zsh" -> AutoComplete.bash("cloudservice", all);
          case "fish" -> FishCompletion.of(all);
          default ->
              throw CommandException.usage("The shell is neither bash, zsh nor fish: " + shell);
        };
    terminal().out().print(script);
    return ExitCode.OK;
  }
}
