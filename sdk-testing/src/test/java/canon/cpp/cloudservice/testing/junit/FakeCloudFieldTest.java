package canon.cpp.cloudservice.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.testing.FakeCloudService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** A field alone is enough, and its annotation is used. */
class FakeCloudFieldTest {
  @FakeCloud(administrator = "boss@fabrikam.com")
  private CloudServiceClient boss;

  @BeforeEach
  void add() {
    boss.users().add("john@fabrikam.com").execute();
  }

  @RepeatedTest(2)
  void everyTestHasItsOwn(FakeCloudService fake) {
    assertThat(fake.log().of("addUser")).hasSize(1);
  }
}
