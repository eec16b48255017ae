package canon.cpp.cloudservice.examples.settingseditor.connection;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/**
 * Keeps the network settings in a file that only this program's user may read, because it contains
 * the password at the proxy. A product keeps them where its other network settings are.
 */
public final class NetworkStore {
  private final Path file;

  private NetworkStore(Path file) {
    this.file = file;
  }

  public static NetworkStore in(Path folder) {
    return new NetworkStore(folder.resolve("network.properties"));
  }

  NetworkChoice load() {
    if (!Files.exists(file)) {
      return NetworkChoice.DIRECT;
    }
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new NetworkChoice(
        kept.getProperty("proxy.host", ""),
        Integer.parseInt(kept.getProperty("proxy.port", "8080")),
        kept.getProperty("proxy.user", ""),
        kept.getProperty("proxy.password", ""),
        kept.getProperty("certificates", ""));
  }

  /** Replaces the file as a whole, so that a power failure leaves the old or the new one. */
  void save(NetworkChoice choice) {
    Properties kept = new Properties();
    kept.setProperty("proxy.host", choice.proxyHost());
    kept.setProperty("proxy.port", String.valueOf(choice.proxyPort()));
    kept.setProperty("proxy.user", choice.proxyUser());
    kept.setProperty("proxy.password", choice.proxyPassword());
    kept.setProperty("certificates", choice.certificates());
    try {
      Path fresh =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              "network",
              ".tmp",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer = Files.newBufferedWriter(fresh)) {
        kept.store(writer, null);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
