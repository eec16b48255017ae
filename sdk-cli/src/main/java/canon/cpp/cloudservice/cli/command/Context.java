package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.cli.config.ConfigFile;
import canon.cpp.cloudservice.cli.config.Setting;
import canon.cpp.cloudservice.cli.config.Settings;
import canon.cpp.cloudservice.cli.config.UserFolders;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.cli.output.RowWriter;
import canon.cpp.cloudservice.cli.output.Rows;
import canon.cpp.cloudservice.cli.signin.SignInFactory;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all commands share: the terminal, the options that all have, and the settings. */
public final class Context {
  private final Terminal terminal;
  private final GlobalOptions options;
  private final @Nullable String section;
  private @Nullable Settings settings;

  Context(Terminal terminal, GlobalOptions options) {
    this(terminal, options, null);
  }

  private Context(Terminal terminal, GlobalOptions options, @Nullable String section) {
    this.terminal = terminal;
    this.options = options;
    this.section = section;
  }

  /** Returns the context of a section of the configuration file, whatever {@code --site} says. */
  public Context forSite(String name) {
    return new Context(terminal, options, name);
  }

  /** Returns the names of the sections of the configuration file. */
  public Set<String> sites() {
    return configuration().sites();
  }

  /** Returns the terminal. */
  public Terminal terminal() {
    return terminal;
  }

  /** Returns the options that all commands have. */
  public GlobalOptions options() {
    return options;
  }

  /** Returns the folders of the user. */
  public UserFolders folders() {
    return UserFolders.of(terminal);
  }

  /** Returns the effective settings. */
  public Settings settings() {
    if (settings == null) {
      settings = readSettings();
    }
    return settings;
  }

  private Settings readSettings() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    if (options.endpoint() != null) {
      given.put(Setting.ENDPOINT, options.endpoint());
    }
    Path folder = configurationFile().toAbsolutePath().getParent();
    return Settings.of(
        given,
        terminal.environment(),
        configuration(),
        folder == null ? Path.of("") : folder,
        section == null ? options.site(terminal) : section);
  }

  private Path configurationFile() {
    Path named = options.config(terminal);
    return named == null ? folders().configFile() : named;
  }

  private ConfigFile configuration() {
    Path file = configurationFile();
    return options.config(terminal) == null && !Files.exists(file)
        ? ConfigFile.empty()
        : ConfigFile.read(file);
  }

  /** Returns the factory of token providers. */
  public SignInFactory signIn() {
    return new SignInFactory(settings(), folders(), terminal);
  }

  /**
   * Connects to the service with the configured account. If a site is named, it is compared with
   * the one of the account first.
   */
  public Connection connect() {
    SignInFactory signIn = signIn();
    Connection connection = Connection.open(this, signIn::create);
    try {
      connection.checkSite();
      return connection;
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Returns a writer to standard output in the format that the user wants. */
  public <T> RowWriter<T> rows(List<Column<T>> columns) {
    return Rows.to(terminal, options.format(), columns);
  }

  /** Prints one result in the format that the user wants. */
  public <T> void printOne(List<Column<T>> columns, T row) {
    Rows.printOne(terminal, options.format(), columns, row);
  }
}
