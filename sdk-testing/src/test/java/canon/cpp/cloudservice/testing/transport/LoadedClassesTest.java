package canon.cpp.cloudservice.testing.transport;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a program loads for its first call, which is most of what that call costs. On JDK 17, it is
 * about 1,790 and 1,380 classes.
 */
class LoadedClassesTest {
  /** Most classes of this library. */
  private static final int OWN = 200;

  private static final Pattern LOADED = Pattern.compile("\\[class,load\\] (\\S+) ");

  @Test
  void firstCallOnHttpClientInClear() throws Exception {
    List<String> loaded = loadedFor("jdk");

    assertBudget(loaded, 2050);
  }

  @Test
  void firstCallOnUrlConnectionInClear() throws Exception {
    List<String> loaded = loadedFor("urlConnection");

    assertBudget(loaded, 1600);
    assertThat(loaded).noneMatch(name -> name.startsWith("java.net.http."));
  }

  private static void assertBudget(List<String> loaded, int all) {
    assertThat(loaded)
        .as("a call in clear needs no TLS")
        .noneMatch(name -> name.startsWith("sun.security.ssl."));
    assertThat(loaded).hasSizeLessThan(all);
    assertThat(loaded)
        .filteredOn(name -> name.startsWith("canon.cpp.cloudservice."))
        .hasSizeLessThan(OWN);
  }

  private static List<String> loadedFor(String transport) throws Exception {
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
      String token = fake.http().tokenFor(FakeAccount.of("admin@contoso.com")).value();

      String output =
          ChildJvm.run(
              FirstCall.class,
              List.of("-Xlog:class+load"),
              transport,
              fake.http().address().toString(),
              token);

      assertThat(output).contains("read admin@contoso.com");
      return LOADED.matcher(output).results().map(result -> result.group(1)).toList();
    }
  }
}
