package canon.cpp.cloudservice.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hosts bring their own Jackson: the oldest supported version, and the failure with an older one.
 */
class OldestJacksonTest {

  @ParameterizedTest
  @ValueSource(strings = {"2.15.4", "2.17.2"})
  void olderVersionsWork(String version) throws Exception {
    assertThat(host(version).call())
        .isEqualTo("{\"email\":\"john@contoso.com\"} → john@contoso.com");
  }

  @Test
  void aTooOldVersionIsReportedBeforeAnythingIsSent() throws Exception {
    Callable<String> host = host("2.14.3");

    assertThatIllegalStateException()
        .isThrownBy(host::call)
        .withMessageContaining("needs jackson-core 2.15 or later")
        .withMessageContaining("2.14.3");
  }

  @SuppressWarnings("unchecked")
  private static Callable<String> host(String version) throws Exception {
    // Not closed: the class loader is needed as long as the host.
    ClassLoader loader =
        new URLClassLoader(
            classPath(version).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    return (Callable<String>)
        loader.loadClass(JacksonHost.class.getName()).getConstructor().newInstance();
  }

  /** The class path of this test, with another Jackson. The build copies it there. */
  private static List<URL> classPath(String version) throws IOException {
    List<URL> urls = new ArrayList<>();
    try (Stream<Path> jars = Files.list(Path.of("target", "jackson-" + version))) {
      for (Path jar : jars.toList()) {
        urls.add(jar.toUri().toURL());
      }
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("jackson-")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return urls;
  }
}
