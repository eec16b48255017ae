package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that share one client succeed under chaos as one thread does. */
class ChaosOnThreadsTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final int THREADS = 8;
  private static final int SEEDS = 12;
  private static final int CALLS = 40;

  /** All threads move one clock, so a thread that is slow must not reach its deadline. */
  private static final Duration LONG = Duration.ofMinutes(20);

  private static FakeCloudService fake(long seed) {
    FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build();
    fake.faults().chaos(seed);
    return fake;
  }

  private static FakeEndpoint endpoint(FakeCloudService fake, String name) {
    return name.equals("http") ? fake.http().withFakeDelays() : fake.inProcess();
  }

  private static void onThreads(int calls, IntConsumer call)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        int number = i;
        all.add(threads.submit(() -> call.accept(number)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void add(CloudServiceClient admin, int number) {
    admin.users().add("user" + number + "@contoso.com").timeout(LONG).execute();
  }

  @BothEndpoints
  void everyChangeIsAppliedOnce(String endpoint) throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      try (FakeCloudService fake = fake(seed)) {
        FakeEndpoint through = endpoint(fake, endpoint);
        CloudServiceClient admin = through.client(ADMIN);

        onThreads(CALLS, number -> add(admin, number));

        fake.log().appliedOnce();
        fake.log().expect("addUser").applied().times(CALLS);
      }
    }
  }

  @BothEndpoints
  void everyReadGetsAResponseEvenIfAllAreIdentical(String endpoint) throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      try (FakeCloudService fake = fake(seed)) {
        FakeEndpoint through = endpoint(fake, endpoint);
        CloudServiceClient admin = through.client(ADMIN);

        onThreads(3 * CALLS, number -> admin.site().get().timeout(LONG).execute());

        fake.log().expect("getSite").withStatus(503).atLeastOnce();
      }
    }
  }

  @Test
  void theFaultOfAChangeDoesNotDependOnOtherChanges() throws Exception {
    try (FakeCloudService alone = fake(42);
        FakeCloudService together = fake(42)) {
      CloudServiceClient one = alone.client(ADMIN);
      CloudServiceClient shared = together.client(ADMIN);
      for (int i = 0; i < CALLS; i++) {
        add(one, i);
      }
      onThreads(CALLS, number -> add(shared, number));

      assertThat(statuses(together)).isEqualTo(statuses(alone)).contains(0, 401, 503);
    }
  }

  private static List<Integer> statuses(FakeCloudService fake) {
    return fake.log().of("addUser").stream().map(LoggedRequest::status).sorted().toList();
  }

  @Test
  void aTokenThatWasRejectedOnceStaysValidForOtherRequests() {
    try (FakeCloudService fake = fake(42);
        CloudServiceClient client = fake.inProcess().clientBuilder().build()) {
      TokenProvider tokens = fake.inProcess().tokenProvider(FakeAccount.of(ADMIN));
      AccessToken first = tokens.token(TokenRequest.within(Duration.ofSeconds(1)));
      for (int i = 0; i < CALLS; i++) {
        add(client.withTokenProvider(tokens), i);
      }
      fake.log().expect("addUser").withStatus(401).atLeastOnce();

      fake.faults().clear();
      assertThat(client.withToken(first).users().list().stream()).hasSize(CALLS + 1);
    }
  }

  @Test
  void anEndedSessionStaysEnded() {
    for (long seed = 0; seed < SEEDS; seed++) {
      try (FakeCloudService fake = fake(seed)) {
        CloudServiceClient admin = fake.client(ADMIN);
        admin.session().signOut().execute();
        for (int i = 0; i < CALLS; i++) {
          assertThat(catchThrowable(() -> admin.site().get().execute()))
              .isInstanceOf(UnauthenticatedException.class);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42})
  void anExpiredTokenIsRejectedOnceAndItsReplacementIsAccepted(long seed) {
    try (FakeCloudService fake = fake(seed)) {
      CloudServiceClient admin = fake.client(ADMIN);
      for (int i = 0; i < CALLS; i++) {
        fake.clock().advance(Duration.ofHours(2));
        add(admin, i);
      }

      fake.log().expect("addUser").applied().times(CALLS);
    }
  }
}
