package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Certificates;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Pem;
import canon.cpp.cloudservice.testing.internal.identity.crypto.RsaKeys;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A self-signed certificate with its private key, created for a test. An application authenticates
 * with it. (The JDK has no public API that creates one.)
 *
 * <pre>{@code
 * FakeCertificate own = FakeCertificate.named("partner-tool");
 * entra.app("partner-tool").certificate(own.certificate());
 * Files.writeString(path, own.certificatePem() + own.privateKeyPem());
 * }</pre>
 */
public final class FakeCertificate {
  private final X509Certificate certificate;
  private final PrivateKey privateKey;

  private FakeCertificate(X509Certificate certificate, PrivateKey privateKey) {
    this.certificate = certificate;
    this.privateKey = privateKey;
  }

  /**
   * Creates a certificate. Certificates with the same name have the same key, RSA with 2,048 bits.
   *
   * @param name the common name
   * @return the certificate, valid until 2049
   */
  public static FakeCertificate named(String name) {
    KeyPair keys = RsaKeys.named("certificate " + requireNonNull(name, "name"));
    return new FakeCertificate(Certificates.forProgram(name, keys), keys.getPrivate());
  }

  /**
   * Returns the certificate.
   *
   * @return the public part
   */
  public X509Certificate certificate() {
    return certificate;
  }

  /**
   * Returns the private key.
   *
   * @return the private part
   */
  public PrivateKey privateKey() {
    return privateKey;
  }

  /**
   * Returns the certificate in PEM format.
   *
   * @return PEM
   */
  public String certificatePem() {
    return Pem.of(certificate);
  }

  /**
   * Returns the private key in PEM format.
   *
   * @return PEM of PKCS 8, not encrypted
   */
  public String privateKeyPem() {
    return Pem.of(privateKey);
  }

  @Override
  public String toString() {
    return "FakeCertificate[" + certificate.getSubjectX500Principal() + "]";
  }
}
