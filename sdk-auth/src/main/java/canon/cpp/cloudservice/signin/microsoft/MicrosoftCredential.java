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
 * The credential of an application at Microsoft. {@link #toString} does not show it.
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
   * Returns a client secret. A certificate is better, because its key never leaves the machine.
   *
   * @param secret the value of the secret, not its id
   * @return the credential
   */
  public static MicrosoftCredential secret(Secret secret) {
    return new MicrosoftCredential(new OfSecret(requireNonNull(secret, "secret")));
  }

  /**
   * Returns a certificate that is registered for the application.
   *
   * @param pem the certificate, then the rest of its chain if there is one, and the private key
   *     (RSA, PKCS #8, not encrypted: {@code -----BEGIN PRIVATE KEY-----})
   * @return the credential
   * @throws IllegalArgumentException if a part is missing, or key and certificate do not match
   */
  public static MicrosoftCredential certificate(byte[] pem) {
    return new MicrosoftCredential(ClientCertificates.fromPem(requireNonNull(pem, "pem")));
  }

  /**
   * Returns a certificate that is registered for the application.
   *
   * @param keyStore a key store with one key, such as PKCS #12
   * @param password the password of the key
   * @return the credential
   * @throws IllegalArgumentException if it does not contain exactly one key, or the key is not RSA
   */
  public static MicrosoftCredential certificate(KeyStore keyStore, char[] password) {
    return new MicrosoftCredential(
        ClientCertificates.fromKeyStore(requireNonNull(keyStore, "keyStore"), password));
  }

  /**
   * Returns assertions of an issuer that the registration trusts (federated credential).
   *
   * @param source supplies a signed assertion for each token request; it may block
   * @return the credential
   */
  public static MicrosoftCredential assertion(Supplier<Secret> source) {
    return new MicrosoftCredential(new OfAssertion(requireNonNull(source, "source")));
  }

  ClientCredential content() {
    return content;
  }

  /** Hides the credential. */
  @Override
  public String toString() {
    return "MicrosoftCredential[hidden]";
  }
}
