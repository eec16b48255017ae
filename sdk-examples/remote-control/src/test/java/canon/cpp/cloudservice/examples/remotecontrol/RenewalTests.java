package canon.cpp.cloudservice.examples.remotecontrol;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.testing.Hold;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Two nodes renew one sign-in at the same moment. Microsoft replaces the refresh token at each
 * renewal, and ends the sign-in when an old one is used again.
 */
abstract class RenewalTests {
  abstract DataSource database();

  @Test
  void twoNodesThatRenewAtOnceKeepTheSignIn() throws Exception {
    HeldTimer timerOfSecond = new HeldTimer();
    try (Nodes nodes = new Nodes(database(), app -> app.timer(timerOfSecond), store -> store)) {
      nodes.signIn();
      Hold hold = holdNextRenewal(nodes);

      CompletableFuture<HttpResponse<String>> first = nodes.browser.activate(nodes.first());
      hold.reached().join();
      CompletableFuture<HttpResponse<String>> second = nodes.browser.activate(nodes.second());
      timerOfSecond.waiting().join();
      assertThat(nodes.renewals(200)).as("the second node waits for the first").isZero();
      hold.release();
      assertThat(first.join().statusCode()).isEqualTo(200);
      timerOfSecond.endDelays();

      assertThat(second.join().statusCode()).isEqualTo(200);
      assertThat(nodes.renewals(400)).isZero();
      nodes.world.fake().clock().advance(Duration.ofHours(2));
      assertThat(nodes.browser.activate(nodes.first()).join().statusCode()).isEqualTo(200);
      assertThat(nodes.browser.activate(nodes.second()).join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutVersionsTheSameMomentEndsTheSignIn() throws Exception {
    try (Nodes nodes = new Nodes(database(), app -> app, PlainStore::new)) {
      nodes.signIn();
      Hold hold = holdNextRenewal(nodes);

      CompletableFuture<HttpResponse<String>> first = nodes.browser.activate(nodes.first());
      hold.reached().join();
      HttpResponse<String> second = nodes.browser.activate(nodes.second()).join();
      hold.release();

      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(first.join().statusCode()).as("sign in again").isEqualTo(401);
      assertThat(nodes.renewals(400)).isPositive();
    }
  }

  private static Hold holdNextRenewal(Nodes nodes) {
    return nodes
        .world
        .microsoft()
        .faults()
        .on(IdentityEndpoint.TOKEN)
        .forGrant("refresh_token")
        .times(1)
        .hold();
  }

  /** The same table without the methods that have versions. */
  private record PlainStore(TokenStore store) implements TokenStore {
    @Override
    public Optional<byte[]> load(String name) {
      return store.load(name);
    }

    @Override
    public void save(String name, byte[] signIn) {
      store.save(name, signIn);
    }

    @Override
    public void delete(String name) {
      store.delete(name);
    }
  }
}
