package canon.cpp.cloudservice.internal.probe;

import canon.cpp.cloudservice.diagnosis.PresentedCertificate;
import canon.cpp.cloudservice.internal.http.CertificateNames;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes certificates so that each can be recognised. */
final class Fingerprints {
  private Fingerprints() {}

  static List<PresentedCertificate> of(List<X509Certificate> chain) {
    List<PresentedCertificate> described = new ArrayList<>();
    for (X509Certificate one : chain) {
      described.add(
          new PresentedCertificate(
              CertificateNames.of(one.getSubjectX500Principal()),
              CertificateNames.of(one.getIssuerX500Principal()),
              one.getNotBefore().toInstant(),
              one.getNotAfter().toInstant(),
              sha256(one)));
    }
    return described;
  }

  private static String sha256(X509Certificate one) {
    try {
      StringBuilder text = new StringBuilder();
      for (byte next : MessageDigest.getInstance("SHA-256").digest(one.getEncoded())) {
        text.append(text.length() == 0 ? "" : ":");
        text.append(String.format(Locale.ROOT, "%02X", next));
      }
      return text.toString();
    } catch (GeneralSecurityException e) {
      return "unknown";
    }
  }
}
