package canon.cpp.cloudservice.internal.http;

import static canon.cpp.cloudservice.internal.http.CertificateNames.hosts;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** Why a server's certificate was rejected, in words for people. */
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

  /** What the server showed, its own certificate first. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** The message in its two parts. */
  public Explanation explanation() {
    return explanation;
  }

  private static Explanation explain(X509Certificate[] chain, boolean chainIsTrusted) {
    if (chain.length == 0) {
      return new Explanation("the server shows no certificate", "");
    }
    for (X509Certificate one : chain) {
      try {
        one.checkValidity();
      } catch (CertificateExpiredException e) {
        return new Explanation(
            theCertificate(one, chain) + " expired at " + one.getNotAfter().toInstant(),
            "if that is not long ago or yet to come, check this machine's clock");
      } catch (CertificateNotYetValidException e) {
        return new Explanation(
            theCertificate(one, chain) + " is not valid before " + one.getNotBefore().toInstant(),
            "is this machine's clock wrong?");
      }
    }
    if (chainIsTrusted) {
      return new Explanation(
          "the server's certificate is for another host name: it names " + hosts(chain[0]),
          "is the address right, or does something else answer in the server's place?");
    }
    X509Certificate last = chain[chain.length - 1];
    if (chain.length == 1 && isSelfIssued(last)) {
      return new Explanation(
          "the server's certificate is self-signed ("
              + CertificateNames.of(last.getSubjectX500Principal())
              + ")",
          "if it is the right one, add it with TrustSettings.withTrustAnchors");
    }
    X500Principal authority =
        isSelfIssued(last) ? last.getSubjectX500Principal() : last.getIssuerX500Principal();
    return new Explanation(
        "the server's certificate is issued by an unknown authority ("
            + CertificateNames.of(authority)
            + ")",
        "if a proxy of your network opens TLS, add its authority with"
            + " TrustSettings.withTrustAnchors");
  }

  private static String theCertificate(X509Certificate one, X509Certificate[] chain) {
    return one.equals(chain[0])
        ? "the server's certificate"
        : "the certificate of the server's authority ("
            + CertificateNames.of(one.getSubjectX500Principal())
            + ")";
  }

  private static boolean isSelfIssued(X509Certificate one) {
    return one.getSubjectX500Principal().equals(one.getIssuerX500Principal());
  }
}
