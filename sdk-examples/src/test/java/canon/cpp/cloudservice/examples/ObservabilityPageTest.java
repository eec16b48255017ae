package canon.cpp.cloudservice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.observe.CallListener;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The loggers, events and names of metrics in docs/observability.md are those of the code. */
class ObservabilityPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LOGGER = Pattern.compile("`(canon\\.cpp\\.cloudservice[a-z.]*)`");
  private static final Pattern GET_LOGGER =
      Pattern.compile("getLogger\\(\"(canon\\.cpp\\.cloudservice[a-z.]*)\"\\)");
  private static final Pattern EVENT =
      Pattern.compile("`(call[A-Z]\\w+|attempt\\w+|\\w+(?:Started|Fetched))`");

  private final String page;

  ObservabilityPageTest() throws IOException {
    page = Files.readString(ROOT.resolve("docs/observability.md"));
  }

  @Test
  void thePageHasEveryLogger() throws IOException {
    Set<String> inCode = new TreeSet<>();
    for (String module : new String[] {"sdk-core", "sdk-auth", "sdk-bulk", "sdk-testing"}) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
          GET_LOGGER
              .matcher(Files.readString(file))
              .results()
              .forEach(found -> inCode.add(found.group(1)));
        }
      }
    }

    Set<String> onPage = new TreeSet<>();
    LOGGER.matcher(page).results().forEach(found -> onPage.add(found.group(1)));
    assertThat(onPage).isEqualTo(inCode);
  }

  @Test
  void theEventsExist() {
    Set<String> events = new TreeSet<>();
    EVENT.matcher(page).results().forEach(found -> events.add(found.group(1)));

    assertThat(events).isNotEmpty();
    assertThat(Arrays.stream(CallListener.class.getMethods()).map(Method::getName))
        .containsAll(events);
  }

  @Test
  void theMetricIsTheOneOfTheSpringBootExample() throws IOException {
    String listener =
        Files.readString(
            Path.of(
                "spring-boot/src/main/java/canon/cpp/cloudservice/examples/springboot",
                "ObservedCalls.java"));
    for (String name : new String[] {"cloud.service.call", "operation", "result"}) {
      assertThat(page).contains("`" + name + "`");
      assertThat(listener).contains("\"" + name + "\"");
    }
  }
}
