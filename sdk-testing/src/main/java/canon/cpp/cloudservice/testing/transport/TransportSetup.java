package canon.cpp.cloudservice.testing.transport;

import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings with which a test of the {@link HttpTransportKit} opens a transport. */
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
   * Returns the timeout for making one connection.
   *
   * @return a positive duration
   */
  public Duration connectTimeout() {
    return connectTimeout;
  }

  /**
   * Returns the certificates to trust for TLS; no others are trusted.
   *
   * @return a trust store, or empty for the default of the JVM
   */
  public Optional<KeyStore> trustStore() {
    return Optional.ofNullable(trustStore);
  }

  /**
   * Returns the certificate for servers that ask for one.
   *
   * @return a store with one key, or empty for none
   */
  public Optional<KeyStore> clientKeys() {
    return Optional.ofNullable(clientKeys);
  }

  /**
   * Returns the password of the key in {@link #clientKeys()}.
   *
   * @return the password, empty without a key
   */
  public char[] clientKeysPassword() {
    return clientKeysPassword == null ? new char[0] : clientKeysPassword.clone();
  }

  /**
   * Returns the HTTP proxy for every address.
   *
   * @return the address of the proxy, or empty for none
   */
  public Optional<InetSocketAddress> proxy() {
    return Optional.ofNullable(proxy);
  }
}
