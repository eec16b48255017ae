package canon.cpp.cloudservice.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.testing.FakeCloudService;
import org.junit.jupiter.api.Test;

@FakeCloud(chaosSeed = 42)
class FakeCloudChaosTest {

  @FakeCloud(chaosSeed = 4711)
  static class Fails {
    @Test
    void always(CloudServiceClient admin) {
      admin.users().add("john@contoso.com").execute();
      fail("for some reason");
    }
  }

  @Test
  void theTestRunsUnderChaosAndAppliesEachChangeOnce(
      FakeCloudService fake, CloudServiceClient admin) {
    for (int i = 0; i < 30; i++) {
      admin.users().add("user" + i + "@contoso.com").execute();
    }

    fake.log().expectAny().dropped().atLeastOnce();
    fake.log().appliedOnce();
  }

  @Test
  void aFailureShowsTheSeedAndTheLog() {
    assertThat(FakeCloudFailuresTest.failures(Fails.class))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .asString()
                    .contains("chaosSeed = 4711", "addUser POST /v1/users"));
  }
}
