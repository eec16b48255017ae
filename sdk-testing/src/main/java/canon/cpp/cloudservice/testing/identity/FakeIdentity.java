package canon.cpp.cloudservice.testing.identity;

import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * A fake identity provider: a server on this machine, over TLS, with a private certificate
 * authority that a client has to trust. Everything that it issues follows from names and counters,
 * and expires by the clock of the test.
 *
 * <pre>{@code
 * try (FakeEntra entra = FakeEntra.start(clock)) {
 *   HttpClient browser = HttpClient.newBuilder().sslContext(entra.sslContext()).build();
 *   …
 * }
 * }</pre>
 */
public interface FakeIdentity extends AutoCloseable {
  /**
   * Returns the address of the provider.
   *
   * @return {@code https://localhost:} and a port
   */
  URI address();

  /**
   * Returns the issuer of the tokens.
   *
   * @return the claim {@code iss}; for Microsoft with <code>{tenantid}</code> in place of the claim
   *     {@code tid}, as its discovery has it
   */
  String issuer();

  /**
   * Returns the address of the public keys.
   *
   * @return the address of a JSON Web Key Set
   */
  URI jwksUri();

  /**
   * Returns the public keys, without using the network.
   *
   * @return the keys by their ids
   */
  Map<String, RSAPublicKey> publicKeys();

  /** Signs with a new key from now on. The old keys stay published. */
  void rotateKeys();

  /**
   * Returns the certificate of the private authority, which all fakes in one JVM share.
   *
   * @return PEM
   */
  String caCertificatePem();

  /**
   * Returns a TLS context that trusts only the private authority.
   *
   * @return a context
   */
  SSLContext sslContext();

  /**
   * Returns the log of requests.
   *
   * @return the log
   */
  IdentityLog log();

  /**
   * Returns the faults.
   *
   * @return the faults
   */
  IdentityFaults faults();

  /**
   * Returns the settings.
   *
   * @return the settings
   */
  TokenSettings settings();

  /**
   * Signs in as a user in a browser does, without a browser and without using the network.
   *
   * @param authorizeUrl the address to which the application sends the browser; its port is ignored
   * @param address the account to sign in with
   * @return what the browser brings back to the application; an error if the request or the account
   *     is rejected
   * @throws IllegalArgumentException if the account is unknown, or the provider shows an error page
   *     that the application does not see
   */
  SignInCallback signIn(URI authorizeUrl, String address);

  /**
   * Cancels a sign-in as a user in a browser does.
   *
   * @param authorizeUrl the address to which the application sends the browser
   * @return what the browser brings back to the application: {@code access_denied}
   * @throws IllegalArgumentException if the provider shows an error page
   */
  SignInCallback cancelSignIn(URI authorizeUrl);

  /**
   * Approves a device code, as the page for it does.
   *
   * @param userCode the code that the device shows
   * @param address the account to sign in with
   * @throws IllegalArgumentException if no device waits with this code, or the account is unknown
   */
  void approveDevice(String userCode, String address);

  /**
   * Denies a device code, as the page for it does.
   *
   * @param userCode the code that the device shows
   * @throws IllegalArgumentException if no device waits with this code
   */
  void denyDevice(String userCode);

  /** Stops the server and its threads. Held requests are aborted. */
  @Override
  void close();
}
