package canon.cpp.cloudservice.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeCloudServiceBuilder;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of every kind, each of which starts with the fake as it was seeded. */
@FakeCloud
@Execution(ExecutionMode.CONCURRENT)
class FakeCloudTest {
  private static final Set<FakeCloudService> SEEN = ConcurrentHashMap.newKeySet();

  @FakeCloud private FakeCloudService field;
  @FakeCloud private FakeClock clock;

  @BeforeEach
  void prepare(CloudServiceClient admin, FakeCloudService fake) {
    assertThat(SEEN.add(fake)).as("a fake that no other test has had").isTrue();
    admin.users().add("first@contoso.com").execute();
  }

  @AfterEach
  void theLogContainsOnlyRequestsOfThisTest(FakeCloudService fake) {
    assertThat(fake.log().of("addUser")).hasSize(2).allMatch(LoggedRequest::applied);
  }

  private static void play(CloudServiceClient admin, String user) {
    admin.users().add(user).execute();
    assertThat(admin.users().list().stream()).hasSize(3);
  }

  @Test
  void parametersAndFieldsShareOneFake(
      FakeCloudService fake, CloudServiceClient admin, FakeClock clockOfTest) {
    assertThat(field).isSameAs(fake);
    assertThat(clock).isSameAs(fake.clock()).isSameAs(clockOfTest);
    play(admin, "john@contoso.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@contoso.com", "b@contoso.com", "c@contoso.com"})
  void everyInvocationHasItsOwnFake(String user, CloudServiceClient admin) {
    play(admin, user);
  }

  @RepeatedTest(4)
  void everyRepetitionHasItsOwnFake(CloudServiceClient admin) {
    play(admin, "john@contoso.com");
  }

  @Test
  @FakeCloud(administrator = "boss@fabrikam.com")
  void anAnnotationOfTheMethodTakesPrecedence(CloudServiceClient boss) {
    assertThat(boss.session().get().execute().account().email()).isEqualTo("boss@fabrikam.com");
    play(boss, "john@fabrikam.com");
  }

  @Nested
  class Inside {
    @FakeCloud private CloudServiceClient inner;

    @Test
    void aNestedClassUsesTheAnnotationOfTheOuterClass(FakeCloudService fake) {
      assertThat(field).isSameAs(fake);
      play(inner, "john@contoso.com");
    }

    @Nested
    @FakeCloud(seed = Fabrikam.class, administrator = "boss@fabrikam.com")
    class WithASeedOfItsOwn {
      @Test
      void theAnnotationOfTheInnerClassTakesPrecedence(CloudServiceClient boss) {
        play(boss, "john@fabrikam.com");
      }
    }
  }

  static final class Fabrikam implements FakeCloudSeed {
    @Override
    public void seed(FakeCloudServiceBuilder builder) {
      builder.site(site -> site.administrator("boss@fabrikam.com"));
      builder.site(site -> site.administrator("admin@contoso.com"));
    }
  }
}
