package canon.cpp.cloudservice.internal.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.SocketServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of a million users needs constant memory: {@code ./mvnw verify -Pmillion}. */
@Tag("million")
class MillionUsersTest {
  private static final int PAGES = 1000;
  private static final int PAGE_SIZE = 1000;
  private static final Pattern TOKEN = Pattern.compile("pageToken=p(\\d+)");

  @ParameterizedTest
  @CsvSource({"jdk, false", "jdk, true", "urlConnection, false", "urlConnection, true"})
  void aMillionUsersAreReadInThirtyTwoMegabytes(String transport, boolean prefetch)
      throws IOException, InterruptedException {
    try (SocketServer service =
        SocketServer.clear(
            request ->
                request.respond(200, page(request.target()), "Content-Type: application/json"))) {
      Process program =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx32m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  MillionUsersProgram.class.getName(),
                  service.uri("/").toString(),
                  transport,
                  String.valueOf(prefetch))
              .redirectErrorStream(true)
              .start();
      try {
        String output = new String(program.getInputStream().readAllBytes(), UTF_8);
        assertThat(program.waitFor(1, TimeUnit.HOURS)).isTrue();
        assertThat(output).isEqualToIgnoringNewLines("1000000");
      } finally {
        program.destroyForcibly();
      }
    }
  }

  private static String page(String target) {
    Matcher token = TOKEN.matcher(target);
    int page = token.find() ? Integer.parseInt(token.group(1)) : 0;
    String users =
        IntStream.range(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)
            .mapToObj(MillionUsersTest::user)
            .collect(Collectors.joining(","));
    String next = page + 1 < PAGES ? ",\"nextPageToken\":\"p" + (page + 1) + "\"" : "";
    return "{\"items\":[" + users + "]" + next + "}";
  }

  private static String user(int number) {
    return "{\"id\":\"usr_"
        + number
        + "\",\"email\":\"John.Doe"
        + number
        + "@contoso.com\",\"canonicalEmail\":\"john.doe"
        + number
        + "@contoso.com\",\"administrator\":\"none\",\"applications\":["
        + "{\"id\":\"remote-control\",\"state\":\"invited\"}],"
        + "\"addedAt\":\"2031-03-01T12:00:00.123Z\",\"etag\":\"\\\"m4Xw0q\\\"\"}";
  }
}
