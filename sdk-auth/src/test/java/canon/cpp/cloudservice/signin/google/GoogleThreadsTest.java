package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.AUDIENCE;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.token;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The threads that send requests to Google, and when they end. */
class GoogleThreadsTest {
  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPrograms();
  private final GoogleServiceAccount tool = world.google.serviceAccount("partner-tool");
  private final Set<Thread> asking = ConcurrentHashMap.newKeySet();
  private final SpyTransport network =
      new SpyTransport(world.network, request -> asking.add(Thread.currentThread()));

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theThreadsOfAUsersProviderEndWithIt() throws InterruptedException {
    AuthorizationCodeSession session =
        world
            .app(network, world.client.clientId(), GoogleTestEnvironment.SECRET)
            .begin(GoogleTestEnvironment.CALLBACK);
    var callback = world.google.signIn(session.url(), GoogleTestEnvironment.JOHN).parameters();
    try (AccountTokenProvider john = session.complete(callback, GoogleTestEnvironment.MINUTE)) {
      asking.clear();
      world.timer.advance(Duration.ofHours(1));
      assertThat(token(john)).isNotEmpty();
    }
    assertThatAllEnd();
  }

  @Test
  void theThreadsOfAWorkloadsProviderEndWithIt() throws InterruptedException {
    byte[] key = tool.keyJson().getBytes(StandardCharsets.UTF_8);
    try (AccountTokenProvider robot = world.robot(network).serviceAccount(key)) {
      assertThat(GoogleTestEnvironment.claims(token(robot)).isFor(AUDIENCE)).isTrue();
    }
    assertThatAllEnd();
  }

  private void assertThatAllEnd() throws InterruptedException {
    assertThat(asking)
        .isNotEmpty()
        .allMatch(Thread::isDaemon)
        .doesNotContain(Thread.currentThread());
    for (Thread thread : asking) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }
}
