package canon.cpp.cloudservice.examples.settingseditor;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The configuration of the program.
 *
 * @param serviceAddress the address of the service's API, as its operator names it
 * @param publicAddress the address under which browsers reach this program; identity providers send
 *     browsers back to it
 * @param port the port on which it listens, or 0 for any
 * @param folder where it keeps the network settings
 */
public record EditorConfig(URI serviceAddress, URI publicAddress, int port, Path folder) {
  public static final String CALLBACK_PATH = "/cloud/callback";

  /** Reads a properties file. */
  public static EditorConfig of(Properties file) {
    return new EditorConfig(
        URI.create(required(file, "service.address")),
        URI.create(required(file, "public.address")),
        Integer.parseInt(required(file, "port")),
        Path.of(required(file, "folder")));
  }

  public static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  public static String required(Properties file, String key) {
    String value = file.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The configuration has no " + key + ". Add it.");
    }
    return value.strip();
  }

  /** Where identity providers send the browser. Register it there, exactly as it is. */
  public URI callback() {
    return publicAddress.resolve(CALLBACK_PATH);
  }

  public boolean isHttps() {
    return publicAddress.getScheme().equals("https");
  }
}
