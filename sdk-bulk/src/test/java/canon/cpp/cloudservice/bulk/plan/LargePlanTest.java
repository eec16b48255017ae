package canon.cpp.cloudservice.bulk.plan;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.bulk.FakeSite;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.SiteSeed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of a large site: time, and memory in a JVM of its own. */
class LargePlanTest {
  private static final int USERS = 100_000;

  @TempDir Path directory;

  @Test
  @Tag("nightly")
  void aHundredThousandUsersArePlannedInAHeapOf96Megabytes() throws Exception {
    try (FakeCloudService fake = FakeCloudService.builder().site(LargePlanTest::seed).build()) {
      Path output = directory.resolve("output.txt");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx96m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  PlanningProgram.class.getName(),
                  fake.http().address().toString(),
                  fake.http().tokenFor(FakeAccount.of(FakeSite.ADMIN)).value(),
                  String.valueOf(USERS),
                  directory.resolve("plan.json").toString())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      try {
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      } finally {
        process.destroyForcibly();
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      System.out.print(text);
      assertThat(process.exitValue()).as(text).isZero();
    }
  }

  private static void seed(SiteSeed site) {
    site.administrator(FakeSite.ADMIN);
    for (int i = 0; i < USERS; i++) {
      site.user(PlanningProgram.email(i));
    }
  }
}
