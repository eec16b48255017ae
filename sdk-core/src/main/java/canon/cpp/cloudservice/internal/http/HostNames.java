package canon.cpp.cloudservice.internal.http;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a certificate is for a host (RFC 9525). The library does not rely on the platform for
 * this check: on Android an application can disable it for the whole process.
 */
final class HostNames {
  private static final int DNS = 2;
  private static final int IP = 7;

  private HostNames() {}

  /**
   * Checks the names of a certificate.
   *
   * @param host the host of the address, possibly an IP address; null if it is not known
   * @throws CertificateException if the certificate is for another host
   */
  static void check(X509Certificate certificate, @Nullable String host)
      throws CertificateException {
    if (host == null || !matches(certificate, normalised(host))) {
      throw new CertificateException("The certificate is for another host");
    }
  }

  private static boolean matches(X509Certificate certificate, String host)
      throws CertificateParsingException {
    boolean literal = isLiteral(host);
    boolean anyName = false;
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    for (List<?> entry : names == null ? Collections.<List<?>>emptyList() : names) {
      if (!(entry.get(1) instanceof String name)) {
        continue;
      }
      if (entry.get(0).equals(DNS)) {
        anyName = true;
        if (!literal && matches(normalised(name), host)) {
          return true;
        }
      } else if (entry.get(0).equals(IP) && literal && sameAddress(name, host)) {
        return true;
      }
    }
    // As the JDK does: the common name counts only if the certificate has no DNS name.
    return !literal && !anyName && host.equals(commonName(certificate));
  }

  /** Compares names; a wildcard stands for exactly one label, the first of at least three. */
  private static boolean matches(String pattern, String host) {
    if (!pattern.startsWith("*.")) {
      return pattern.equals(host);
    }
    String suffix = pattern.substring(1);
    int firstDot = host.indexOf('.');
    return firstDot > 0
        && suffix.indexOf('*') < 0
        && suffix.indexOf('.', 1) > 0
        && host.substring(firstDot).equals(suffix);
  }

  private static @Nullable String commonName(X509Certificate certificate) {
    String name = CertificateNames.commonName(certificate.getSubjectX500Principal());
    return name == null ? null : normalised(name);
  }

  private static boolean isLiteral(String host) {
    return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
  }

  private static boolean sameAddress(String name, String host) {
    return IpLiterals.canonical(name).equals(IpLiterals.canonical(host));
  }

  private static String normalised(String host) {
    String plain =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    String lower = plain.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
