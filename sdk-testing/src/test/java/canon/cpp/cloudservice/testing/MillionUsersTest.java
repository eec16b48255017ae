package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A site of a million users, read to its end: {@code ./mvnw verify -Pmillion}. */
@Tag("million")
class MillionUsersTest {
  private static final int USERS = 1_000_000;

  @Test
  void aMillionUsersAreSeededAndReadPageByPage() {
    long before = usedMegabytes();
    try (FakeCloudService fake =
        FakeCloudService.builder()
            .site(
                site -> {
                  site.administrator("admin@contoso.com");
                  for (int i = 0; i < USERS; i++) {
                    site.user("user" + i + "@contoso.com");
                  }
                })
            .build()) {
      CloudServiceClient admin = fake.client("admin@contoso.com");

      System.out.println("A fake of " + USERS + " users: " + (usedMegabytes() - before) + " MB");
      assertThat(admin.users().list().pageSize(1000).stream().count()).isEqualTo(USERS + 1L);
      assertThat(admin.users().get("user999999@contoso.com").execute().id()).isNotEmpty();
    }
  }

  private static long usedMegabytes() {
    System.gc();
    return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
  }
}
