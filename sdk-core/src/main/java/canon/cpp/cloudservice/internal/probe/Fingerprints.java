package canon.cpp.cloudservice.internal.probe;

import canon.cpp.cloudservice.diagnosis.PresentedCertificate;
import canon.cpp.cloudservice.internal.http.CertificateNames;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes certificates, with their fingerprints. */
final class Fingerprints {
  private Fingerprints() {}

  static List<PresentedCertificate> of(List<X509Certificate> chain) {
    List<PresentedCertificate> described = new ArrayList<>();
    for (X509Certificate certificate : chain) {
      described.add(
          new PresentedCertificate(
              CertificateNames.of(certificate.getSubjectX500Principal()),
              CertificateNames.of(certificate.getIssuerX500Principal()),
              certificate.getNotBefore().toInstant(),
              certificate.getNotAfter().toInstant(),
              sha256(certificate)));
    }
    return described;
  }

  private static String sha256(X509Certificate certificate) {
    try {
      StringBuilder text = new StringBuilder();
      for (byte next : MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())) {
        text.append(text.length() == 0 ? "" : ":");
        text.append(String.format(Locale.ROOT, "%02X", next));
      }
      return text.toString();
    } catch (GeneralSecurityException e) {
      return "unknown";
    }
  }
}
