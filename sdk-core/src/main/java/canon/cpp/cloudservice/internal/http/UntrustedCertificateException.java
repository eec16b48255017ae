package canon.cpp.cloudservice.internal.http;

import static canon.cpp.cloudservice.internal.http.CertificateNames.hosts;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** Thrown when a server's certificate is rejected; the message explains why. */
public final class UntrustedCertificateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<X509Certificate> chain;
  private final transient Explanation explanation;

  UntrustedCertificateException(X509Certificate[] chain, boolean chainIsTrusted, Throwable cause) {
    this(chain, explain(chain, chainIsTrusted), cause);
  }

  private UntrustedCertificateException(
      X509Certificate[] chain, Explanation explanation, Throwable cause) {
    super(explanation.inOneSentence(), cause);
    this.chain = List.of(chain);
    this.explanation = explanation;
  }

  /** Returns the certificates that the server presented, its own first. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** Returns the two parts of the message. */
  public Explanation explanation() {
    return explanation;
  }

  private static Explanation explain(X509Certificate[] chain, boolean chainIsTrusted) {
    if (chain.length == 0) {
      return new Explanation("the server presents no certificate", "");
    }
    for (X509Certificate certificate : chain) {
      try {
        certificate.checkValidity();
      } catch (CertificateExpiredException e) {
        return new Explanation(
            name(certificate, chain) + " expired at " + certificate.getNotAfter().toInstant(),
            "if this date is recent or in the future, check this machine's clock");
      } catch (CertificateNotYetValidException e) {
        return new Explanation(
            name(certificate, chain)
                + " is not valid before "
                + certificate.getNotBefore().toInstant(),
            "check this machine's clock");
      }
    }
    if (chainIsTrusted) {
      return new Explanation(
          "the server's certificate is for another host name: it names " + hosts(chain[0]),
          "check the address, and whether another server responds at it");
    }
    X509Certificate last = chain[chain.length - 1];
    if (chain.length == 1 && isSelfIssued(last)) {
      return new Explanation(
          "the server's certificate is self-signed ("
              + CertificateNames.of(last.getSubjectX500Principal())
              + ")",
          "if it is the expected certificate, add it with TrustSettings.withTrustAnchors");
    }
    X500Principal authority =
        isSelfIssued(last) ? last.getSubjectX500Principal() : last.getIssuerX500Principal();
    return new Explanation(
        "the server's certificate is issued by an unknown authority ("
            + CertificateNames.of(authority)
            + ")",
        "if a proxy in your network inspects TLS, add its authority with"
            + " TrustSettings.withTrustAnchors");
  }

  private static String name(X509Certificate certificate, X509Certificate[] chain) {
    return certificate.equals(chain[0])
        ? "the server's certificate"
        : "the certificate of the server's authority ("
            + CertificateNames.of(certificate.getSubjectX500Principal())
            + ")";
  }

  private static boolean isSelfIssued(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }
}
