package canon.cpp.cloudservice.testing.identity;

import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * A fake identity provider: a server on this machine, over TLS, with a private certificate
 * authority that a client has to be told to trust. Everything that it gives out follows from names
 * and counters, and expires by the clock of the test.
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
   * Where the provider is.
   *
   * @return {@code https://localhost:} and a port
   */
  URI address();

  /**
   * Who signs the tokens.
   *
   * @return the claim {@code iss}; for Microsoft with <code>{tenantid}</code> in place of the claim
   *     {@code tid}, as its discovery has it
   */
  String issuer();

  /**
   * Where the public keys are.
   *
   * @return the address of a JSON Web Key Set
   */
  URI jwksUri();

  /**
   * The public keys, without a detour over the network.
   *
   * @return the keys by their ids
   */
  Map<String, RSAPublicKey> publicKeys();

  /** Signs with a new key from now on. The old keys are still published. */
  void rotateKeys();

  /**
   * The certificate of the private authority, which all fakes in one program share.
   *
   * @return PEM
   */
  String caCertificatePem();

  /**
   * TLS for a client that trusts the private authority and nobody else.
   *
   * @return a context
   */
  SSLContext sslContext();

  /**
   * What the provider was asked.
   *
   * @return the log
   */
  IdentityLog log();

  /**
   * What is to go wrong.
   *
   * @return the faults
   */
  IdentityFaults faults();

  /**
   * How long things live.
   *
   * @return the settings
   */
  TokenSettings settings();

  /**
   * Does what somebody does in a browser who signs in, without a browser and without the network.
   *
   * @param authorizeUrl where the program sends the browser; its port does not matter
   * @param address the account to sign in with
   * @return what the browser brings back; an error too, if the request or the account is rejected
   * @throws IllegalArgumentException if there is no such account, or the provider shows a page with
   *     an error and tells the program nothing
   */
  SignInCallback signIn(URI authorizeUrl, String address);

  /**
   * Does what somebody does in a browser who thinks better of it.
   *
   * @param authorizeUrl where the program sends the browser
   * @return what the browser brings back: {@code access_denied}
   * @throws IllegalArgumentException if the provider shows a page with an error
   */
  SignInCallback cancelSignIn(URI authorizeUrl);

  /**
   * Signs a device in, as on the page for its code.
   *
   * @param userCode the code that the device shows
   * @param address the account to sign in with
   * @throws IllegalArgumentException if no device waits with this code or there is no such account
   */
  void approveDevice(String userCode, String address);

  /**
   * Rejects a device, as on the page for its code.
   *
   * @param userCode the code that the device shows
   * @throws IllegalArgumentException if no device waits with this code
   */
  void denyDevice(String userCode);

  /** Stops the server and its threads. Requests that are held break. */
  @Override
  void close();
}
