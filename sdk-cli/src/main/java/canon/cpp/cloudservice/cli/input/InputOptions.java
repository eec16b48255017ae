package canon.cpp.cloudservice.cli.input;

import canon.cpp.cloudservice.cli.exit.CommandException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an input file is read; what is not given is found out from the file. */
public final class InputOptions {
  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "The column with the addresses or serial numbers.")
  private @Nullable String column;

  @Option(
      names = "--delimiter",
      paramLabel = "CHARACTER",
      description = "Between cells: , ; or tab. Default: found out from the first line.")
  private @Nullable String delimiter;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description =
          "The code page, for example windows-1252. Default: UTF-8, or as a byte order mark says.")
  private @Nullable String charset;

  @Nullable String column() {
    return column;
  }

  @Nullable Character delimiter() {
    if (delimiter == null) {
      return null;
    }
    return switch (delimiter) {
      case ",", ";", "|" -> delimiter.charAt(0);
      case "tab", "\t" -> '\t';
      default -> throw CommandException.usage("--delimiter is none of , ; | and tab.");
    };
  }

  @Nullable Charset charset() {
    return charset == null ? null : charset(charset);
  }

  /**
   * Returns the code page with a name.
   *
   * @throws CommandException if there is none
   */
  public static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("There is no code page with this name: " + name);
    }
  }
}
