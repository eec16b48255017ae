package canon.cpp.cloudservice.testing.transport;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportBuilder;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;

/** Applies the settings of a kit test to the SDK's own transports. */
public final class TransportSetups {
  private TransportSetups() {}

  static HttpTransport open(HttpTransportBuilder builder, TransportSetup setup) {
    return apply(setup, builder).build();
  }

  public static HttpTransportBuilder apply(TransportSetup setup, HttpTransportBuilder builder) {
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
                : trust);
  }
}
