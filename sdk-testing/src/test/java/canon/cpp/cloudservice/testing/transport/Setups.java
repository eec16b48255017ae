package canon.cpp.cloudservice.testing.transport;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportBuilder;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;

/** Builds the SDK's own transports as the kit wants them. */
final class Setups {
  private Setups() {}

  static HttpTransport open(HttpTransportBuilder builder, TransportSetup setup) {
    var trust = setup.trustStore().map(TrustSettings::only).orElse(TrustSettings.system());
    var keys = setup.clientKeys();
    return builder
        .connectTimeout(setup.connectTimeout())
        .proxy(
            setup
                .proxy()
                .map(proxy -> ProxySettings.of(proxy.getHostString(), proxy.getPort()))
                .orElse(ProxySettings.none()))
        .trust(
            keys.isPresent()
                ? trust.withClientCertificate(keys.get(), setup.clientKeysPassword())
                : trust)
        .build();
  }
}
