package canon.cpp.cloudservice.cli.config;

import canon.cpp.cloudservice.cli.exit.CommandException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The effective settings: an option wins over the environment, and that over the file. */
public final class Settings {
  private static final int LONGEST_TIMEOUT = 3_600;

  private final Map<Setting, String> values;
  private final @Nullable String site;
  private final Path folder;

  private Settings(Map<Setting, String> values, @Nullable String site, Path folder) {
    this.values = values;
    this.site = site;
    this.folder = folder;
  }

  /**
   * Combines the sources.
   *
   * @param options values of options
   * @param environment the environment variables
   * @param file the configuration file
   * @param folder the folder of the file; paths are relative to it
   * @param site the name of a section, the id of a site, or null
   */
  public static Settings of(
      Map<Setting, String> options,
      Map<String, String> environment,
      ConfigFile file,
      Path folder,
      @Nullable String site) {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String value = options.get(setting);
      value = value == null ? nonEmpty(environment.get(setting.variable())) : value;
      value = value == null ? file.value(setting, site) : value;
      if (value != null) {
        values.put(setting, value);
      }
    }
    if (site != null && !file.sites().contains(site)) {
      values.put(Setting.SITE_ID, site);
    }
    return new Settings(values, site, folder);
  }

  private static @Nullable String nonEmpty(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  /** Returns the value of a setting. */
  public Optional<String> find(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  /**
   * Returns the value of a setting that is needed.
   *
   * @throws CommandException if there is none
   */
  public String require(Setting setting) {
    return find(setting)
        .orElseThrow(
            () ->
                CommandException.usage(
                    "The setting "
                        + setting.key()
                        + " is missing: "
                        + setting.description()
                        + ". Add it to the configuration file, or set the environment variable "
                        + setting.variable()
                        + "."));
  }

  /** Returns the name under which the sign-in is stored. */
  public String signInName() {
    return site == null ? "default" : site;
  }

  /** Returns the address of the service. */
  public URI endpoint() {
    return uri(Setting.ENDPOINT, require(Setting.ENDPOINT));
  }

  /** Returns another address of the identity provider. */
  public Optional<URI> identityEndpoint() {
    return find(Setting.IDENTITY_ENDPOINT).map(text -> uri(Setting.IDENTITY_ENDPOINT, text));
  }

  /** Returns the file that a setting names; it is relative to the configuration file. */
  public Optional<Path> file(Setting setting) {
    return find(setting)
        .map(
            text -> {
              Path file = folder.resolve(text);
              if (!Files.isReadable(file)) {
                throw CommandException.usage(
                    "The file of " + setting.key() + " cannot be read: " + file);
              }
              return file;
            });
  }

  /** Returns the time of each call. */
  public Optional<Duration> timeout() {
    return find(Setting.TIMEOUT).map(Settings::seconds);
  }

  private static Duration seconds(String text) {
    if (text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= LONGEST_TIMEOUT) {
      return Duration.ofSeconds(Integer.parseInt(text));
    }
    throw CommandException.usage(
        "timeout is not a number of seconds from 1 to " + LONGEST_TIMEOUT + ": " + text);
  }

  private static URI uri(Setting setting, String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Reported below, without the text, which may contain a password.
    }
    throw CommandException.usage(
        setting.key() + " is not an address such as https://service.example");
  }
}
