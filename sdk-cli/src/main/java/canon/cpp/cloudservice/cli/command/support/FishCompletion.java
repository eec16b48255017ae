package canon.cpp.cloudservice.cli.command.support;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Makes a completion script for fish, which picocli does not have. */
final class FishCompletion {
  private FishCompletion() {}

  static String of(CommandLine all) {
    StringBuilder script = new StringBuilder("complete -c cloudservice -f\n");
    for (Map.Entry<String, CommandLine> command : all.getSubcommands().entrySet()) {
      line(script, "__fish_use_subcommand", "-a " + command.getKey(), command.getValue());
      String under = "__fish_seen_subcommand_from " + command.getKey();
      for (Map.Entry<String, CommandLine> sub : command.getValue().getSubcommands().entrySet()) {
        line(script, under, "-a " + sub.getKey(), sub.getValue());
        options(
            script, under + "; and __fish_seen_subcommand_from " + sub.getKey(), sub.getValue());
      }
      options(script, under, command.getValue());
    }
    return script.toString();
  }

  private static void line(StringBuilder script, String when, String what, CommandLine command) {
    String[] header = command.getCommandSpec().usageMessage().header();
    String text = header.length == 0 ? "" : header[0].replace("'", "");
    script.append("complete -c cloudservice -n '").append(when).append("' ").append(what);
    script.append(" -d '").append(text).append("'\n");
  }

  private static void options(StringBuilder script, String when, CommandLine command) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      String name = option.longestName();
      script.append("complete -c cloudservice -n '").append(when).append("' -l ");
      script
          .append(name.replaceFirst("^-+", ""))
          .append(option.arity().max() > 0 ? " -r -F\n" : "\n");
    }
  }
}
