package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.internal.microsoft.ClientCredential;
import canon.cpp.cloudservice.signin.internal.microsoft.ConfidentialClientTokens;
import canon.cpp.cloudservice.signin.internal.microsoft.MicrosoftSettings;
import canon.cpp.cloudservice.testing.Hold;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The threads that wait for Microsoft, and for how long. */
class MsalThreadsTest {
  private final Entra entra = new Entra();

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void msal4jWaitsOnThreadsOfItsOwn() {
    var unused =
        new RawMsal(entra).program().acquireToken(new RawMsal(entra).programParameters()).join();

    assertThat(entra.network.threads()).hasSize(1).doesNotContain(Thread.currentThread());
  }

  @Test
  void hereTheCallingThreadWaits() {
    assertThat(tokens().token(TokenRequest.within(Entra.TIME))).isNotNull();

    assertThat(entra.network.threads()).containsExactly(Thread.currentThread());
  }

  @Test
  void hereThreadsEndWithTheProvider() throws InterruptedException {
    List<Thread> threads;
    try (AccountTokenProvider admin = entra.signedIn()) {
      entra.clock.advance(Duration.ofHours(1));
      assertThat(admin.token(TokenRequest.within(Entra.TIME))).isNotNull();
      threads =
          entra.network.threads().stream().filter(one -> one != Thread.currentThread()).toList();
    }
    assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);
    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  @Test
  void msal4jHasNoTimeoutByDefault() {
    ConfidentialClientApplication app = new RawMsal(entra).program();

    assertThat(app.connectTimeoutForDefaultHttpClient()).isNull();
    assertThat(app.readTimeoutForDefaultHttpClient()).isNull();
  }

  @Test
  void hereAMissingResponseIsAbandoned() {
    Hold hold = entra.fake.faults().on(IdentityEndpoint.TOKEN).hold();

    AuthenticationException failure =
        Entra.failure(tokens(), TokenRequest.within(Duration.ofMillis(300)));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TIMED_OUT);
    hold.release();
  }

  /** Without a cache, which would have threads of its own. */
  private ConfidentialClientTokens tokens() {
    MicrosoftSettings settings =
        MicrosoftSettings.of(entra.network, entra.tool.clientId(), entra.fake.apiId())
            .withCloud(entra.fake.address())
            .withTenant("contoso.com");
    return ConfidentialClientTokens.clientCredentials(
        settings, new ClientCredential.OfSecret(Secret.of(Entra.SECRET)));
  }
}
