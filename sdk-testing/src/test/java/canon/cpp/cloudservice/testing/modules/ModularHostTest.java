package canon.cpp.cloudservice.testing.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is a module and uses the fake without JUnit. */
class ModularHostTest {
  private static final Pattern NEEDED =
      Pattern.compile(
          "/sdk-(core|testing)/target/classes|/cloudservice-sdk-core-|/jackson-(core|databind|annotations)-2|/slf4j-api-|/jspecify-");

  @TempDir Path folder;

  @Test
  void compilesWithoutJUnit() throws IOException {
    Path module =
        Files.writeString(
            folder.resolve("module-info.java"),
            "module host { requires canon.cpp.cloudservice.testing; }");
    Path host =
        Files.writeString(
            Files.createDirectories(folder.resolve("host")).resolve("Host.java"),
            """
            package host;

            import canon.cpp.cloudservice.testing.FakeCloudService;
            import canon.cpp.cloudservice.testing.identity.FakeEntra;

            class Host {
              public static void main(String[] arguments) {
                try (FakeCloudService fake = FakeCloudService.builder().build();
                    FakeEntra entra = FakeEntra.start(java.time.Clock.systemUTC())) {
                  System.out.println(fake + " " + entra.address());
                }
              }
            }
            """);
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);

    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                writer,
                writer,
                "-p",
                modulePath(),
                "-proc:none",
                "-d",
                folder.resolve("out").toString(),
                module.toString(),
                host.toString());

    assertThat(result).as(output.toString()).isZero();
  }

  private static String modulePath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> NEEDED.matcher(entry.replace('\\', '/')).find())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
