package canon.cpp.cloudservice.diagnosis;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.Printable;
import java.time.Instant;

/**
 * A certificate that the other side showed, trusted or not. By the issuer a proxy that opens TLS is
 * recognised, by the fingerprint one certificate is told from another.
 *
 * @param subject whose it is, by common name and organisation
 * @param issuer who vouches for it, likewise
 * @param validFrom from when on it is valid
 * @param validUntil until when it is valid
 * @param sha256 its SHA-256 fingerprint, as pairs of hexadecimal digits with colons between them
 */
public record PresentedCertificate(
    String subject, String issuer, Instant validFrom, Instant validUntil, String sha256) {

  /**
   * Creates the value.
   *
   * @param subject whose it is
   * @param issuer who vouches for it
   * @param validFrom from when on it is valid
   * @param validUntil until when it is valid
   * @param sha256 its SHA-256 fingerprint
   * @throws NullPointerException if something is missing
   */
  public PresentedCertificate {
    subject = Printable.withoutAddresses(requireNonNull(subject, "subject"));
    issuer = Printable.withoutAddresses(requireNonNull(issuer, "issuer"));
    requireNonNull(validFrom, "validFrom");
    requireNonNull(validUntil, "validUntil");
    requireNonNull(sha256, "sha256");
  }
}
