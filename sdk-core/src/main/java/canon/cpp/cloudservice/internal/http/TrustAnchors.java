package canon.cpp.cloudservice.internal.http;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that are trusted, and where each came from; to name the one that a chain of
 * certificates ends at. Whether the chain is to be trusted is decided elsewhere.
 */
public final class TrustAnchors {
  private final TrustRules rules;
  private final X509Certificate[] trusted;

  TrustAnchors(TrustRules rules, X509Certificate[] trusted) {
    this.rules = rules;
    this.trusted = trusted;
  }

  /** The authority at the end of a chain, in words for people; null if none is trusted. */
  public @Nullable String endOf(List<X509Certificate> chain) {
    for (X509Certificate one : chain) {
      for (X509Certificate authority : trusted) {
        if (one.equals(authority) || isIssuedBy(authority, one)) {
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

  private static boolean isIssuedBy(X509Certificate authority, X509Certificate one) {
    if (!one.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
      return false;
    }
    try {
      one.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
