package canon.cpp.cloudservice.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.http.HttpTransportException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRulesTest {
  private static final URI SERVICE = URI.create("https://service.example/v1");
  private static final Proxy PROXY =
      new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 8080));

  @Test
  void aSelectorThatThrowsIsReportedAndNothingIsSent() {
    var rules = rules(() -> List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(80_800))));

    var failure = catchThrowableOfType(HttpTransportException.class, () -> rules.hops(SERVICE));

    assertThat(failure.reason()).isEqualTo(HttpTransportException.Reason.PROXY);
    assertThat(failure.mayHaveBeenSent()).isFalse();
    assertThat(failure).hasMessageContaining("IllegalArgumentException");
  }

  @Test
  void withoutAProxyTheServiceIsReachedDirectly() {
    assertThat(rules(() -> null).hops(SERVICE)).extracting(Hop::proxy).containsOnly(Proxy.NO_PROXY);
    assertThat(rules(List::of).hops(SERVICE)).extracting(Hop::proxy).containsOnly(Proxy.NO_PROXY);
  }

  @Test
  void allProxiesAreKeptInOrder() {
    assertThat(rules(() -> List.of(PROXY, Proxy.NO_PROXY)).hops(SERVICE))
        .extracting(Hop::proxy)
        .containsExactly(PROXY, Proxy.NO_PROXY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1", "http://[::1]:81"})
  void httpToThisMachineNeverUsesAProxy(String address) {
    assertThat(rules(() -> List.of(PROXY)).hops(URI.create(address)))
        .extracting(Hop::proxy)
        .containsOnly(Proxy.NO_PROXY);
  }

  private static ProxyRules rules(Supplier<@Nullable List<Proxy>> selected) {
    return new ProxyRules(
        new ProxySelector() {
          @Override
          public @Nullable List<Proxy> select(URI uri) {
            return selected.get();
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        },
        null);
  }
}
