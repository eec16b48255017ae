package canon.cpp.cloudservice.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeCloudServiceBuilder;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Nested classes that are inherited: they run inside the class that inherits them. */
class FakeCloudNestedTest {

  private static void allPass(Class<?> test, int tests) {
    assertThat(FakeCloudFailuresTest.failures(test)).isEmpty();
    EngineTestKit.engine("junit-jupiter")
        .selectors(DiscoverySelectors.selectClass(test))
        .execute()
        .testEvents()
        .assertStatistics(statistics -> statistics.succeeded(tests));
  }

  abstract static class Silent {
    @Nested
    class Inner {
      @Test
      void without() {}

      @Test
      void with(CloudServiceClient boss) {
        boss.users().add("john@fabrikam.com").execute();
      }

      @Nested
      class Innermost {
        @Test
        void with(CloudServiceClient boss) {
          boss.users().add("john@fabrikam.com").execute();
        }
      }
    }
  }

  @FakeCloud(administrator = "boss@fabrikam.com")
  static class Says extends Silent {}

  @FakeCloud(seed = Contoso.class, administrator = "admin@contoso.com")
  abstract static class SaysSomethingElse extends Silent {}

  @FakeCloud(administrator = "boss@fabrikam.com")
  static class KnowsBetter extends SaysSomethingElse {}

  static class SaysByAField extends Silent {
    @FakeCloud(administrator = "boss@fabrikam.com")
    FakeCloudService fake;
  }

  @Retention(RetentionPolicy.RUNTIME)
  @FakeCloud(administrator = "boss@fabrikam.com")
  @interface Fabrikam {}

  static class SaysByAnAnnotationOfItsOwn extends Silent {
    @Fabrikam FakeCloudService fake;
  }

  static final class Contoso implements FakeCloudSeed {
    @Override
    public void seed(FakeCloudServiceBuilder builder) {
      builder.site(site -> site.administrator("admin@contoso.com"));
    }
  }

  @FakeCloud(shared = true)
  abstract static class Shares {
    static final Set<FakeCloudService> SEEN = new HashSet<>();

    @BeforeAll
    static void prepare(FakeCloudService fake) {
      SEEN.clear();
      SEEN.add(fake);
    }

    @Nested
    class Inner {
      @FakeCloud FakeCloudService field;

      @Test
      void with(FakeCloudService fake) {
        SEEN.add(fake);
        SEEN.add(field);
      }
    }

    @Test
    void outside(FakeCloudService fake) {
      SEEN.add(fake);
    }

    @AfterAll
    static void oneForAll(CloudServiceClient admin) {
      assertThat(SEEN).hasSize(1);
      admin.site().get().execute();
    }
  }

  static class SharesAsItsSuperclass extends Shares {}

  abstract static class SilentWithOneTest {
    @Nested
    class Inner {
      @Test
      void with(CloudServiceClient admin) {
        admin.users().add("john@contoso.com").execute();
      }
    }
  }

  @FakeCloud(shared = true)
  static class SharesItself extends SilentWithOneTest {}

  @Test
  void theAnnotationOfTheInheritingClassIsUsed() {
    allPass(Says.class, 3);
    allPass(KnowsBetter.class, 3);
    allPass(SaysByAField.class, 3);
  }

  @Test
  void aFieldCanUseAComposedAnnotation() {
    allPass(SaysByAnAnnotationOfItsOwn.class, 3);
  }

  @Test
  void inheritedNestedTestsShareTheFakeOfTheClassThatInherits() {
    allPass(SharesAsItsSuperclass.class, 2);
    allPass(SharesItself.class, 1);
  }
}
