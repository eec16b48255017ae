package canon.cpp.cloudservice.cli.config;

import canon.cpp.cloudservice.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the files of the user are: those of the XDG base directory specification, or {@code
 * %APPDATA%} and {@code %LOCALAPPDATA%} on Windows.
 *
 * @param config the folder of the configuration
 * @param state the folder of sign-ins, journals and call summaries
 */
public record UserFolders(Path config, Path state) {
  private static final String NAME = "cloudservice";

  /** Returns the folders of the user of a terminal. */
  public static UserFolders of(Terminal terminal) {
    return terminal.windows()
        ? new UserFolders(
            folder(terminal, "APPDATA", "AppData/Roaming"),
            folder(terminal, "LOCALAPPDATA", "AppData/Local"))
        : new UserFolders(
            folder(terminal, "XDG_CONFIG_HOME", ".config"),
            folder(terminal, "XDG_STATE_HOME", ".local/state"));
  }

  private static Path folder(Terminal terminal, String variable, String otherwise) {
    Map<String, String> environment = terminal.environment();
    String named = environment.getOrDefault(variable, "");
    Path base = named.isEmpty() ? terminal.home().resolve(otherwise) : Path.of(named);
    return base.resolve(NAME);
  }

  /** Returns the configuration file that is read if no other is named. */
  public Path configFile() {
    return config.resolve("config");
  }

  /** Returns the file with the key of the token store. */
  public Path keyFile() {
    return config.resolve("sign-in.key");
  }

  /** Returns the folder of the token store. */
  public Path signIns() {
    return state.resolve("sign-in");
  }

  /** Returns the folder of the journals of a site. */
  public Path journals(String site) {
    return state.resolve("journals").resolve(site);
  }

  /** Returns the file of the last call summaries. */
  public Path calls() {
    return state.resolve("calls.jsonl");
  }
}
