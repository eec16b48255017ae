package canon.cpp.cloudservice.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Key stores with a certificate for {@code localhost}, for the server and its clients. */
public final class KeyStores {
  /** The password of the key stores. */
  public static final String PASSWORD = "changeit";

  private KeyStores() {}

  /** Creates a key store in a folder. */
  public static Path create(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("localhost.p12");
    Files.deleteIfExists(file);
    int exit =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/keytool",
                "-genkeypair",
                "-alias",
                "localhost",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException("keytool failed with exit code " + exit);
    }
    return file;
  }
}
