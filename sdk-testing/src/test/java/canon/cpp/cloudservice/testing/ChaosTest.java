package canon.cpp.cloudservice.testing;

import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaosTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final int USERS = 60;

  private static FakeCloudService fake(long seed) {
    FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build();
    fake.faults().chaos(seed);
    return fake;
  }

  /** Mistakes that a host application may make. */
  private static List<String> administer(CloudServiceClient admin) {
    admin.session().signIn().execute();
    for (int i = 0; i < USERS; i++) {
      admin.users().add("user" + i + "@contoso.com").execute();
    }
    admin.users().remove("user3@contoso.com").from(REMOTE_MATCH).execute();
    admin.users().remove("user4@contoso.com").fromEveryList().execute();
    return admin.users().list().pageSize(7).stream().map(User::email).toList();
  }

  private static FakeState undisturbed() {
    try (FakeCloudService fake = fake(0)) {
      fake.faults().clear();
      administer(fake.client(ADMIN));
      return fake.snapshot();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, -7, 1_000_003})
  void aClientThatRetriesSucceedsAndAppliesEachChangeOnce(long seed) {
    try (FakeCloudService fake = fake(seed)) {
      assertThat(administer(fake.client(ADMIN))).hasSize(USERS);

      fake.log().appliedOnce();
      fake.log().expect("addUser").applied().times(USERS);
      fake.log().expectAny().dropped().atLeastOnce();
    }
  }

  @Test
  void everyKindOfFaultHappens() {
    try (FakeCloudService fake = fake(42)) {
      administer(fake.client(ADMIN));

      fake.log().expectAny().withStatus(503).atLeastOnce();
      fake.log().expectAny().applied().dropped().atLeastOnce();
      fake.log().expectAny().replayed().atLeastOnce();
      assertThat(fake.log().entries())
          .anyMatch(entry -> entry.status() == 0)
          .anyMatch(entry -> "token-expired".equals(entry.code()));
      assertThat(fake.clock().instant()).isAfter(FakeClock.START);
    }
  }

  @Test
  void theSameSeedInjectsTheSameFaultsAndAnotherDoesNot() {
    assertThat(logOf(42)).isEqualTo(logOf(42)).isNotEqualTo(logOf(43));
  }

  private static String logOf(long seed) {
    try (FakeCloudService fake = fake(seed)) {
      administer(fake.client(ADMIN));
      return fake.log().toString() + fake.snapshot().toJson();
    }
  }

  @Test
  void theOrderOfRequestsDoesNotChangeTheirFaults() {
    try (FakeCloudService one = fake(42);
        FakeCloudService another = fake(42)) {
      IntStream.range(0, USERS).forEach(i -> add(one, i));
      IntStream.range(0, USERS).map(i -> USERS - 1 - i).forEach(i -> add(another, i));

      assertThat(one.log().of("addUser").stream().map(LoggedRequest::status).sorted())
          .isEqualTo(
              another.log().of("addUser").stream().map(LoggedRequest::status).sorted().toList());
    }
  }

  private static void add(FakeCloudService fake, int number) {
    fake.client(ADMIN).users().add("user" + number + "@contoso.com").execute();
  }

  @Test
  void aRepetitionUnderANewKeyIsDetected() {
    try (FakeCloudService fake = fake(42);
        CloudServiceClient careless =
            fake.inProcess().clientBuilder().retryPolicy(RetryPolicy.none()).build()) {
      CloudServiceClient admin =
          careless.withTokenProvider(fake.inProcess().tokenProvider(FakeAccount.of(ADMIN)));
      for (int i = 0; i < USERS; i++) {
        addUntilItWorks(admin, "user" + i + "@contoso.com");
      }

      assertThatThrownBy(fake.log()::appliedOnce)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("[addUser]");
    }
  }

  private static void addUntilItWorks(CloudServiceClient admin, String email) {
    while (true) {
      try {
        admin.users().add(email).execute();
        return;
      } catch (UnavailableException again) {
        // The key is not kept: that is the mistake.
      }
    }
  }

  @Test
  void concurrentCallsSucceed() {
    try (FakeCloudService fake = fake(42)) {
      List<CompletableFuture<?>> all = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        all.add(fake.client(ADMIN).users().add("user" + i + "@contoso.com").executeAsync());
      }
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();

      fake.log().appliedOnce();
      assertThat(fake.client(ADMIN).users().list().stream()).hasSize(USERS + 1);
    }
  }

  @Test
  void faultsOfTheTestTakePrecedence() {
    try (FakeCloudService fake = fake(42)) {
      fake.faults().on("getSite").passThrough();
      for (int i = 0; i < 50; i++) {
        fake.client(ADMIN).site().get().execute();
      }
      fake.log().expect("getSite").withStatus(200).times(50);
    }
  }

  @Test
  void theFinalStateIsTheSameAsWithoutChaos() {
    try (FakeCloudService fake = fake(42)) {
      administer(fake.client(ADMIN));
      assertThat(fake.snapshot()).hasToString(undisturbed().toString());
    }
  }
}
