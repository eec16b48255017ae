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
 * Which servers to trust over TLS, and how to show who this client is.
 *
 * <pre>{@code
 * TrustSettings trust = TrustSettings.system().withTrustAnchors(Path.of("corporate-ca.pem"));
 * }</pre>
 *
 * <p>The host name is always checked, and TLS 1.2 is the least.
 */
public final class TrustSettings {
  private static final TrustSettings SYSTEM = new TrustSettings(TrustRules.SYSTEM);
  private final TrustRules rules;

  private TrustSettings(TrustRules rules) {
    this.rules = rules;
  }

  /**
   * What the JVM trusts: its own trust store, or the one named by {@code javax.net.ssl.trustStore}.
   * A client certificate named by {@code javax.net.ssl.keyStore} is shown.
   *
   * @return the settings
   */
  public static TrustSettings system() {
    return SYSTEM;
  }

  /**
   * Only the authorities in a trust store.
   *
   * @param trustStore the certificates to trust; read now
   * @return the settings
   * @throws IllegalArgumentException if there is no certificate to trust in it
   */
  public static TrustSettings only(KeyStore trustStore) {
    return new TrustSettings(
        TrustRules.only(KeyMaterial.trusted(requireNonNull(trustStore, "trustStore"))));
  }

  /**
   * Adds authorities to those that are trusted already, such as the one of a corporate proxy that
   * opens TLS.
   *
   * @param pemFile one or more certificates in PEM form; read now
   * @return the settings
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if there is no certificate in it
   */
  public TrustSettings withTrustAnchors(Path pemFile) {
    try {
      return withTrustAnchors(Files.readAllBytes(pemFile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds authorities to those that are trusted already.
   *
   * @param pem one or more certificates in PEM form
   * @return the settings
   * @throws IllegalArgumentException if there is no certificate in it
   */
  public TrustSettings withTrustAnchors(byte[] pem) {
    return new TrustSettings(
        rules.withTrustAnchors(KeyMaterial.certificates(requireNonNull(pem, "pem"))));
  }

  /**
   * Shows a client certificate to servers that ask for one.
   *
   * @param keyStore the private key with its certificates
   * @param password the password of the key; not kept
   * @return the settings
   * @throws IllegalArgumentException if there is no key in it, or the password is wrong
   */
  public TrustSettings withClientCertificate(KeyStore keyStore, char[] password) {
    return new TrustSettings(
        rules.withKeys(KeyMaterial.keys(requireNonNull(keyStore, "keyStore"), password)));
  }

  TrustRules rules() {
    return rules;
  }

  /** Shows where trust comes from, and how many authorities were added. */
  @Override
  public String toString() {
    return rules.toString();
  }
}
