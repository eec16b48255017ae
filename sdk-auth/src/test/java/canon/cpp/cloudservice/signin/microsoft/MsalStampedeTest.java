package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.testing.Hold;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Twenty concurrent callers need a token. */
class MsalStampedeTest {
  private static final int CALLERS = 20;
  private final Entra entra = new Entra();
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

  @AfterEach
  void close() {
    callers.shutdownNow();
    entra.close();
  }

  @Test
  void msal4jMakesARequestForEachCaller() {
    var app = new RawMsal(entra).program();
    var parameters = new RawMsal(entra).programParameters();

    var tokens = atOnce(CALLERS, () -> app.acquireToken(parameters).join().accessToken());

    assertThat(tokens).hasSize(CALLERS);
    assertThat(entra.tokenRequests()).isEqualTo(CALLERS);
  }

  @Test
  void hereConcurrentCallersShareOneRequest() {
    try (CachingTokenProvider tool = entra.unattended().unattended(Entra.secret())) {
      List<AccessToken> tokens = atOnce(1, () -> tool.token(TokenRequest.within(Entra.TIME)));

      assertThat(tokens).containsOnly(tokens.get(0));
      assertThat(entra.tokenRequests()).isEqualTo(1);
    }
  }

  /** No response is sent before this number of requests is in flight. */
  private <T> List<T> atOnce(int requests, Supplier<T> caller) {
    Hold hold = entra.fake.faults().on(IdentityEndpoint.TOKEN).hold();
    List<CompletableFuture<T>> begun =
        IntStream.range(0, CALLERS)
            .mapToObj(i -> CompletableFuture.supplyAsync(caller, callers))
            .toList();
    while (entra.network.sent().size() < requests) {
      Thread.onSpinWait();
    }
    hold.release();
    return begun.stream().map(CompletableFuture::join).toList();
  }
}
