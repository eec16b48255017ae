package canon.cpp.cloudservice.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.io.IOException;
import java.net.ProtocolException;
import org.junit.jupiter.api.Test;

class ProxyFailuresTest {
  private static final String PROXY = "proxy.contoso.com:8080";

  /** Java's system property, and the credentials of ProxySettings, have no effect there. */
  @Test
  void aPasswordThatAndroidDoesNotHaveIsNotRetriedAndTheRemedyIsAndroids() {
    var failure =
        ProxyFailures.ofTunnel(
            new IOException(new ProtocolException("Failed to authenticate with proxy")),
            PROXY,
            ProxyRules.SYSTEM);

    assertThat(failure).isNotNull();
    assertThat(failure.reason()).isEqualTo(Reason.PROXY);
    assertThat(failure.mayHaveBeenSent()).isFalse();
    assertThat(failure)
        .hasMessageContaining("Authenticator.setDefault")
        .hasMessageNotContaining("jdk.http.auth");
  }

  @Test
  void aFailureOfAnotherKindIsNotTheProxys() {
    assertThat(
            ProxyFailures.ofTunnel(new IOException("connection reset"), PROXY, ProxyRules.SYSTEM))
        .isNull();
  }
}
