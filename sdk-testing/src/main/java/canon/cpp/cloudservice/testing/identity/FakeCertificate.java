package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Certificates;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Pem;
import canon.cpp.cloudservice.testing.internal.identity.crypto.RsaKeys;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A certificate with its private key, made for a test and signed by itself: with it a program shows
 * who it is. (The JDK has no public way to make one.)
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
   * Makes a certificate. Those of one name have one key, 2,048 bits of RSA.
   *
   * @param name the common name
   * @return the certificate, valid until 2049
   */
  public static FakeCertificate named(String name) {
    KeyPair keys = RsaKeys.named("certificate " + requireNonNull(name, "name"));
    return new FakeCertificate(Certificates.forProgram(name, keys), keys.getPrivate());
  }

  /**
   * The certificate.
   *
   * @return the public part
   */
  public X509Certificate certificate() {
    return certificate;
  }

  /**
   * The key.
   *
   * @return the private part
   */
  public PrivateKey privateKey() {
    return privateKey;
  }

  /**
   * The certificate as text.
   *
   * @return PEM
   */
  public String certificatePem() {
    return Pem.of(certificate);
  }

  /**
   * The key as text.
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
