package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Why msal4j does not poll by itself; {@link MicrosoftDeviceCodeTest} shows the polling of this
 * library.
 */
class MsalDeviceCodeTest {
  private final Entra entra = new Entra();
  private final RawMsal msal = new RawMsal(entra);

  @AfterEach
  void close() {
    entra.close();
  }

  private CompletableFuture<?> signIn(Consumer<DeviceCode> show) {
    PublicClientApplication app = msal.people();
    return app.acquireToken(DeviceCodeFlowParameters.builder(msal.personScopes(), show).build());
  }

  @Test
  void msal4jTreatsSlowDownAsTheEnd() {
    entra.fake.faults().on(IdentityEndpoint.TOKEN).times(1).reject(400, "slow_down");

    assertThatThrownBy(
            () -> signIn(code -> entra.fake.approveDevice(code.userCode(), Entra.ADMIN)).join())
        .hasRootCauseInstanceOf(MsalServiceException.class);
    assertThat(entra.tokenRequests()).isEqualTo(1);
  }

  /** At the correct interval it would send one request in 5 seconds. */
  @Test
  void msal4jTreatsAMissingIntervalAsZero() {
    entra.fake.settings().deviceCodeInterval(Duration.ZERO).withoutDeviceCodeInterval();
    long start = System.nanoTime();

    CompletableFuture<?> signIn = signIn(code -> {});
    while (entra.tokenRequests() < 20) {
      Thread.onSpinWait();
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(signIn).isNotDone();
    assertThat(signIn.cancel(true)).isTrue();
  }
}
