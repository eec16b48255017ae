package canon.cpp.cloudservice.internal.http;

import java.time.Duration;

/** The network settings of the host application. */
public record NetworkSettings(Duration connectTimeout, ProxyRules proxy, TrustRules trust) {

  public static final NetworkSettings DEFAULT =
      new NetworkSettings(Duration.ofSeconds(10), ProxyRules.SYSTEM, TrustRules.SYSTEM);

  public NetworkSettings withConnectTimeout(Duration timeout) {
    return new NetworkSettings(timeout, proxy, trust);
  }

  public NetworkSettings withProxy(ProxyRules rules) {
    return new NetworkSettings(connectTimeout, rules, trust);
  }

  public NetworkSettings withTrust(TrustRules rules) {
    return new NetworkSettings(connectTimeout, proxy, rules);
  }
}
