package canon.cpp.cloudservice.cli.config;

import canon.cpp.cloudservice.cli.exit.CommandException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The configuration file: lines {@code key = value}, and sections {@code [name]}, one for each
 * site. Lines before the first section hold for all sites.
 */
public final class ConfigFile {
  private final Map<Setting, String> common = new EnumMap<>(Setting.class);
  private final Map<String, Map<Setting, String>> sites = new LinkedHashMap<>();

  private ConfigFile() {}

  /** Returns a file without settings. */
  public static ConfigFile empty() {
    return new ConfigFile();
  }

  /**
   * Reads a file.
   *
   * @throws CommandException if it cannot be read, others can read it, or a line is wrong
   */
  public static ConfigFile read(Path file) {
    try {
      OwnerOnly.check(file);
      return parse(Files.readAllLines(file), file.toString());
    } catch (NoSuchFileException e) {
      throw CommandException.usage("The configuration file " + file + " does not exist.");
    } catch (CharacterCodingException e) {
      throw CommandException.usage("The configuration file " + file + " is not UTF-8.");
    } catch (IOException e) {
      throw CommandException.usage(
          "The configuration file " + file + " cannot be read: " + e.getMessage() + ".");
    }
  }

  static ConfigFile parse(List<String> lines, String name) {
    ConfigFile file = new ConfigFile();
    Map<Setting, String> section = file.common;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (i == 0 && line.startsWith("\uFEFF")) {
        line = line.substring(1).strip();
      }
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String where = name + ", line " + (i + 1) + ": ";
      if (line.startsWith("[") && line.endsWith("]")) {
        String site = line.substring(1, line.length() - 1).strip();
        section = new EnumMap<>(Setting.class);
        if (site.isEmpty() || file.sites.put(site, section) != null) {
          throw CommandException.usage(where + "a section needs a name of its own.");
        }
      } else {
        add(section, line, where);
      }
    }
    return file;
  }

  private static void add(Map<Setting, String> section, String line, String where) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      // The line is not quoted, because it may contain a secret.
      throw CommandException.usage(where + "this is neither KEY = VALUE nor [SITE].");
    }
    String key = line.substring(0, equals).strip();
    String value = line.substring(equals + 1).strip();
    Setting setting =
        Setting.of(key)
            .orElseThrow(() -> CommandException.usage(where + "there is no setting " + key + "."));
    if (value.isEmpty()) {
      throw CommandException.usage(where + key + " has no value.");
    }
    if (section.put(setting, value) != null) {
      throw CommandException.usage(where + key + " is given twice.");
    }
  }

  /** Returns the names of the sections. */
  public Set<String> sites() {
    return sites.keySet();
  }

  /** Returns the value of a setting, from the section of a site if it has one there. */
  @Nullable String value(Setting setting, @Nullable String site) {
    Map<Setting, String> section = site == null ? null : sites.get(site);
    String own = section == null ? null : section.get(setting);
    return own == null ? common.get(setting) : own;
  }
}
