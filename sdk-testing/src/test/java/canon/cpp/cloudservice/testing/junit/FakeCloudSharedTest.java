package canon.cpp.cloudservice.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.testing.FakeCloudService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One fake for the tests of a class, nested ones included. */
@FakeCloud(shared = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FakeCloudSharedTest {
  private static FakeCloudService shared;

  FakeCloudSharedTest(FakeCloudService fake) {
    assertThat(fake).isSameAs(shared);
  }

  @BeforeAll
  static void prepare(FakeCloudService fake, CloudServiceClient admin) {
    shared = fake;
    admin.users().add("john@contoso.com").execute();
  }

  @AfterAll
  static void isStillThere(CloudServiceClient admin) {
    assertThat(admin.users().list().stream()).hasSize(4);
  }

  @Test
  @Order(1)
  void oneTestChangesIt(CloudServiceClient admin) {
    admin.users().add("jane@contoso.com").execute();
  }

  @Test
  @Order(2)
  void anotherFindsIt(CloudServiceClient admin) {
    assertThat(admin.users().find("jane@contoso.com").execute()).isPresent();
  }

  @Nested
  class Inside {
    @FakeCloud private FakeCloudService field;

    @Test
    void playsOn(CloudServiceClient admin) {
      assertThat(field).isSameAs(shared);
      admin.users().add("jim@contoso.com").execute();
    }
  }
}
