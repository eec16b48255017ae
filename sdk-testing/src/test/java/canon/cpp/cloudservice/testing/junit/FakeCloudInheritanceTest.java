package canon.cpp.cloudservice.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.testing.FakeCloudService;
import org.junit.jupiter.api.Test;

class FakeCloudInheritanceTest extends FakeCloudInheritanceBase {

  @Test
  void theAnnotationOfASuperclassIsUsed(FakeCloudService fake, CloudServiceClient boss) {
    assertThat(inherited).isSameAs(fake);
    assertThat(boss.site().get().execute().id()).isEqualTo("sit_000001");
  }
}

@FakeCloud(administrator = "boss@fabrikam.com")
abstract class FakeCloudInheritanceBase {
  @FakeCloud FakeCloudService inherited;

  @Test
  void aTestCanBeInherited(CloudServiceClient boss) {
    boss.users().add("john@fabrikam.com").execute();
    assertThat(inherited.log().entries()).hasSize(1);
  }
}
