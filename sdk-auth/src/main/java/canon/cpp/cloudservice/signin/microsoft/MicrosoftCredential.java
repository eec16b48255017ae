package canon.cpp.cloudservice.signin.microsoft;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.internal.microsoft.ClientCertificates;
import canon.cpp.cloudservice.signin.internal.microsoft.ClientCredential;
import canon.cpp.cloudservice.signin.internal.microsoft.ClientCredential.OfAssertion;
import canon.cpp.cloudservice.signin.internal.microsoft.ClientCredential.OfSecret;
import java.security.KeyStore;
import java.util.function.Supplier;

/**
 * What proves a program at Microsoft. It cannot print itself.
 *
 * <pre>{@code
 * MicrosoftCredential credential =
 *     MicrosoftCredential.certificate(Files.readAllBytes(Path.of("tool.pem")));
 * }</pre>
 */
public final class MicrosoftCredential {
  private final ClientCredential content;

  private MicrosoftCredential(ClientCredential content) {
    this.content = content;
  }

  /**
   * A client secret. A certificate is better: its key never leaves the machine.
   *
   * @param secret the secret's value, not its id
   * @return the credential
   */
  public static MicrosoftCredential secret(Secret secret) {
    return new MicrosoftCredential(new OfSecret(requireNonNull(secret, "secret")));
  }

  /**
   * A certificate that is registered with the program.
   *
   * @param pem the certificate, others of its chain after it if there are any, and the private key
   *     (RSA, PKCS #8, not encrypted: {@code -----BEGIN PRIVATE KEY-----})
   * @return the credential
   * @throws IllegalArgumentException if something is missing or does not fit together
   */
  public static MicrosoftCredential certificate(byte[] pem) {
    return new MicrosoftCredential(ClientCertificates.fromPem(requireNonNull(pem, "pem")));
  }

  /**
   * A certificate that is registered with the program.
   *
   * @param keyStore such as one of PKCS #12, with one key
   * @param password of the key
   * @return the credential
   * @throws IllegalArgumentException if it has no key, more than one, or one that is not RSA
   */
  public static MicrosoftCredential certificate(KeyStore keyStore, char[] password) {
    return new MicrosoftCredential(
        ClientCertificates.fromKeyStore(requireNonNull(keyStore, "keyStore"), password));
  }

  /**
   * An assertion of somebody who vouches for the program, as set up in its registration (federated
   * credential).
   *
   * @param source gives a signed assertion each time a token is fetched; it may block
   * @return the credential
   */
  public static MicrosoftCredential assertion(Supplier<Secret> source) {
    return new MicrosoftCredential(new OfAssertion(requireNonNull(source, "source")));
  }

  ClientCredential content() {
    return content;
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "MicrosoftCredential[hidden]";
  }
}
