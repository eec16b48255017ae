package canon.cpp.cloudservice.testing.transport;

import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a transport is to be built for a test of the {@link HttpTransportKit}. */
public final class TransportSetup {
  static final TransportSetup PLAIN =
      new TransportSetup(Duration.ofSeconds(10), null, null, null, null);

  private final Duration connectTimeout;
  private final @Nullable KeyStore trustStore;
  private final @Nullable KeyStore clientKeys;
  private final char @Nullable [] clientKeysPassword;
  private final @Nullable InetSocketAddress proxy;

  private TransportSetup(
      Duration connectTimeout,
      @Nullable KeyStore trustStore,
      @Nullable KeyStore clientKeys,
      char @Nullable [] clientKeysPassword,
      @Nullable InetSocketAddress proxy) {
    this.connectTimeout = connectTimeout;
    this.trustStore = trustStore;
    this.clientKeys = clientKeys;
    this.clientKeysPassword = clientKeysPassword;
    this.proxy = proxy;
  }

  TransportSetup withConnectTimeout(Duration timeout) {
    return new TransportSetup(timeout, trustStore, clientKeys, clientKeysPassword, proxy);
  }

  TransportSetup withTrustStore(KeyStore store) {
    return new TransportSetup(connectTimeout, store, clientKeys, clientKeysPassword, proxy);
  }

  TransportSetup withClientKeys(KeyStore store, char[] password) {
    return new TransportSetup(connectTimeout, trustStore, store, password, proxy);
  }

  TransportSetup withProxy(InetSocketAddress address) {
    return new TransportSetup(connectTimeout, trustStore, clientKeys, clientKeysPassword, address);
  }

  /**
   * How long one connection may take to be made.
   *
   * @return a positive duration
   */
  public Duration connectTimeout() {
    return connectTimeout;
  }

  /**
   * The certificates to trust over TLS, and no others.
   *
   * @return a trust store, or empty to trust what the JVM trusts
   */
  public Optional<KeyStore> trustStore() {
    return Optional.ofNullable(trustStore);
  }

  /**
   * The certificate to show to a server that asks for one.
   *
   * @return a store with one key, or empty for none
   */
  public Optional<KeyStore> clientKeys() {
    return Optional.ofNullable(clientKeys);
  }

  /**
   * The password of the key in {@link #clientKeys()}.
   *
   * @return the password, or nothing if there is no key
   */
  public char[] clientKeysPassword() {
    return clientKeysPassword == null ? new char[0] : clientKeysPassword.clone();
  }

  /**
   * The HTTP proxy to use for every address.
   *
   * @return its address, or empty to use none
   */
  public Optional<InetSocketAddress> proxy() {
    return Optional.ofNullable(proxy);
  }
}
