package canon.cpp.cloudservice.internal.http;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/** Why a server's certificate was refused, in words for people. */
final class CertificateTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern COMMON_NAME = Pattern.compile("CN=((?:[^,\\\\]|\\\\.)+)");
  private static final int LONGEST_NAME = 100;
  private static final int MOST_NAMES = 5;

  CertificateTrouble(String why, Throwable cause) {
    super(why, cause);
  }

  static String explain(X509Certificate[] chain, boolean chainIsTrusted) {
    if (chain.length == 0) {
      return "the server shows no certificate";
    }
    for (X509Certificate one : chain) {
      try {
        one.checkValidity();
      } catch (CertificateExpiredException e) {
        return theCertificate(one, chain)
            + " expired at "
            + one.getNotAfter().toInstant()
            + "; if that is not long ago or yet to come, check this machine's clock";
      } catch (CertificateNotYetValidException e) {
        return theCertificate(one, chain)
            + " is not valid before "
            + one.getNotBefore().toInstant()
            + "; is this machine's clock wrong?";
      }
    }
    if (chainIsTrusted) {
      return "the server's certificate is for another host name: it names " + names(chain[0]);
    }
    X509Certificate last = chain[chain.length - 1];
    if (chain.length == 1 && isSelfIssued(last)) {
      return "the server's certificate is self-signed ("
          + name(last.getSubjectX500Principal())
          + ")"
          + "; if it is the right one, add it with TrustSettings.withAuthorities";
    }
    X500Principal authority =
        isSelfIssued(last) ? last.getSubjectX500Principal() : last.getIssuerX500Principal();
    return "the server's certificate is issued by an unknown authority ("
        + name(authority)
        + "); if a proxy of your network opens TLS, add its authority with"
        + " TrustSettings.withAuthorities";
  }

  private static String theCertificate(X509Certificate one, X509Certificate[] chain) {
    return one.equals(chain[0])
        ? "the server's certificate"
        : "the certificate of the server's authority (" + name(one.getSubjectX500Principal()) + ")";
  }

  private static boolean isSelfIssued(X509Certificate one) {
    return one.getSubjectX500Principal().equals(one.getIssuerX500Principal());
  }

  private static String names(X509Certificate one) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> all = one.getSubjectAlternativeNames();
      for (List<?> entry : all == null ? Collections.<List<?>>emptyList() : all) {
        if (names.size() < MOST_NAMES && entry.get(1) instanceof String text) {
          names.add(shown(text));
        }
      }
    } catch (CertificateParsingException e) {
      // Then there are none to be shown.
    }
    return names.isEmpty() ? name(one.getSubjectX500Principal()) : String.join(", ", names);
  }

  private static String name(X500Principal who) {
    Matcher commonName = COMMON_NAME.matcher(who.getName());
    return shown(commonName.find() ? commonName.group(1) : who.getName());
  }

  /** What a stranger wrote: no control characters, and not too much of it. */
  private static String shown(String text) {
    String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) + "…" : clean;
  }
}
