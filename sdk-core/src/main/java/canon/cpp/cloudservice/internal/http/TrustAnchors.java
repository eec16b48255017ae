package canon.cpp.cloudservice.internal.http;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names the trust anchor of a certificate chain and where it is configured. The trust decision
 * itself is made by the trust manager.
 */
public final class TrustAnchors {
  private final TrustRules rules;
  private final X509Certificate[] trusted;

  TrustAnchors(TrustRules rules, X509Certificate[] trusted) {
    this.rules = rules;
    this.trusted = trusted;
  }

  /** Describes the trust anchor of a chain; null if the chain ends at none. */
  public @Nullable String endOf(List<X509Certificate> chain) {
    for (X509Certificate certificate : chain) {
      for (X509Certificate authority : trusted) {
        if (certificate.equals(authority) || isIssuedBy(authority, certificate)) {
          return CertificateNames.of(authority.getSubjectX500Principal())
              + ", "
              + originOf(authority);
        }
      }
    }
    return null;
  }

  private String originOf(X509Certificate authority) {
    if (!rules.authorities().contains(authority)) {
      return "an authority of the JVM's trust store";
    }
    return rules.system()
        ? "an authority that was added with TrustSettings"
        : "an authority of the trust store in TrustSettings";
  }

  private static boolean isIssuedBy(X509Certificate authority, X509Certificate certificate) {
    if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
