package canon.cpp.cloudservice.testing.life;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** In a separate JVM, in which only the library can have left threads behind. */
class ThreadsAreGoneTest {
  private static final boolean HTTP_CLIENT_CAN_BE_CLOSED = Runtime.version().feature() >= 21;

  @Test
  void noThreadIsLeftAfterManyClients() throws Exception {
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
      List<List<String>> left = run(fake.http());

      assertThat(fake.log().of("getSite")).hasSize(2 * OpenCallClose.CYCLES);
      assertThat(left).hasSize(2);
      if (HTTP_CLIENT_CAN_BE_CLOSED) {
        assertThat(left.get(0)).as("right after closing").isEmpty();
      } else {
        assertThat(left.get(0))
            .as("right after closing: at most one for each dropped HttpClient")
            .hasSizeLessThanOrEqualTo(OpenCallClose.CYCLES)
            .doesNotHaveDuplicates()
            .allMatch(name -> name.matches("HttpClient-\\d+-SelectorManager"));
      }
      assertThat(left.get(1)).as("after unreferenced objects are collected").isEmpty();
    }
  }

  /** The names of the remaining threads, each time that the program prints them. */
  private static List<List<String>> run(FakeEndpoint endpoint)
      throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OpenCallClose.class.getName(),
                endpoint.address().toString(),
                endpoint.tokenFor("admin@contoso.com").value())
            .redirectErrorStream(true)
            .start();
    String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(program.waitFor()).as(output).isZero();
    return output
        .lines()
        .filter(line -> line.startsWith("LEFT "))
        .map(line -> line.substring(5))
        .map(names -> names.isEmpty() ? List.<String>of() : Arrays.asList(names.split(",", -1)))
        .collect(Collectors.toList());
  }
}
