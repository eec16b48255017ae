package canon.cpp.cloudservice.diagnosis;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.Printable;
import java.time.Instant;

/**
 * A certificate that the TLS peer presented, trusted or not. The issuer shows whether a proxy
 * inspects TLS. The fingerprint identifies the certificate.
 *
 * @param subject the subject, as common name and organisation
 * @param issuer the issuer, as common name and organisation
 * @param validFrom the start of its validity
 * @param validUntil the end of its validity
 * @param sha256 its SHA-256 fingerprint, as pairs of hexadecimal digits separated by colons
 */
public record PresentedCertificate(
    String subject, String issuer, Instant validFrom, Instant validUntil, String sha256) {

  public PresentedCertificate {
    subject = Printable.withoutAddresses(requireNonNull(subject, "subject"));
    issuer = Printable.withoutAddresses(requireNonNull(issuer, "issuer"));
    requireNonNull(validFrom, "validFrom");
    requireNonNull(validUntil, "validUntil");
    requireNonNull(sha256, "sha256");
  }
}
