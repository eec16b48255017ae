package canon.cpp.cloudservice.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.TestCertificate;
import canon.cpp.cloudservice.harness.Threads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class TlsTest {
  private final Tls tls =
      new Tls(TrustRules.only(List.of(TestCertificate.localhost().certificate())));

  @Test
  void threadsThatUseItFirstAtTheSameTimeGetOneContext() {
    CountDownLatch start = new CountDownLatch(1);
    List<CompletableFuture<SSLContext>> contexts =
        Threads.start(
            8,
            () -> {
              Threads.await(start);
              return tls.context();
            });

    start.countDown();

    assertThat(contexts).extracting(CompletableFuture::join).containsOnly(tls.context());
  }

  @Test
  void lazyContextHasTheSameEnginesAndSockets() {
    SSLContext lazy = tls.lazyContext();

    assertThat(lazy.getSupportedSSLParameters().getProtocols())
        .isEqualTo(tls.context().getSupportedSSLParameters().getProtocols());
    assertThat(lazy.createSSLEngine("localhost", 1).getPeerHost()).isEqualTo("localhost");
    assertThat(lazy.getClientSessionContext()).isSameAs(tls.context().getClientSessionContext());
    assertThat(lazy.getSocketFactory()).hasSameClassAs(tls.context().getSocketFactory());
  }

  @Test
  void parametersRequireTls12AndTheHostName() {
    assertThat(Tls.parameters().getProtocols()).containsExactly("TLSv1.3", "TLSv1.2");
    assertThat(Tls.parameters().getEndpointIdentificationAlgorithm()).isEqualTo("HTTPS");
  }
}
