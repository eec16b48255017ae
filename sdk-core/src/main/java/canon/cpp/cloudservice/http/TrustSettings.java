package canon.cpp.cloudservice.http;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.http.KeyMaterial;
import canon.cpp.cloudservice.internal.http.TrustRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;

/**
 * The trust anchors for TLS, and the client certificate.
 *
 * <pre>{@code
 * TrustSettings trust = TrustSettings.system().withTrustAnchors(Path.of("corporate-ca.pem"));
 * }</pre>
 *
 * <p>The host name is always checked, and TLS 1.2 is the minimum.
 */
public final class TrustSettings {
  private static final TrustSettings SYSTEM = new TrustSettings(TrustRules.SYSTEM);
  private final TrustRules rules;

  private TrustSettings(TrustRules rules) {
    this.rules = rules;
  }

  /**
   * Returns the settings of the JVM: its own trust store, or the one named by {@code
   * javax.net.ssl.trustStore}, and the client certificate named by {@code javax.net.ssl.keyStore}.
   *
   * @return the settings
   */
  public static TrustSettings system() {
    return SYSTEM;
  }

  /**
   * Returns settings that trust only the certificates in a trust store.
   *
   * @param trustStore the trust anchors; read immediately
   * @return the settings
   * @throws IllegalArgumentException if it contains no certificate
   */
  public static TrustSettings only(KeyStore trustStore) {
    return new TrustSettings(
        TrustRules.only(KeyMaterial.trusted(requireNonNull(trustStore, "trustStore"))));
  }

  /**
   * Adds trust anchors, such as the authority of a corporate proxy that inspects TLS.
   *
   * @param pemFile one or more certificates in PEM format; read immediately
   * @return the settings
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if the file contains no certificate
   */
  public TrustSettings withTrustAnchors(Path pemFile) {
    try {
      return withTrustAnchors(Files.readAllBytes(pemFile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds trust anchors.
   *
   * @param pem one or more certificates in PEM format
   * @return the settings
   * @throws IllegalArgumentException if the text contains no certificate
   */
  public TrustSettings withTrustAnchors(byte[] pem) {
    return new TrustSettings(
        rules.withTrustAnchors(KeyMaterial.certificates(requireNonNull(pem, "pem"))));
  }

  /**
   * Sets the client certificate for servers that request one.
   *
   * @param keyStore the private key and its certificates
   * @param password the password of the key; not stored
   * @return the settings
   * @throws IllegalArgumentException if the store contains no key, or the password is wrong
   */
  public TrustSettings withClientCertificate(KeyStore keyStore, char[] password) {
    return new TrustSettings(
        rules.withKeys(KeyMaterial.keys(requireNonNull(keyStore, "keyStore"), password)));
  }

  TrustRules rules() {
    return rules;
  }

  /** Returns the origin of the trust anchors, and how many were added. */
  @Override
  public String toString() {
    return rules.toString();
  }
}
