package canon.cpp.cloudservice.internal.http;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Formats the names in certificates for messages. The text comes from the other side, so control
 * characters are replaced and long names are cut.
 */
public final class CertificateNames {
  private static final Pattern COMMON_NAME = part("CN");
  private static final Pattern ORGANISATION = part("O");
  private static final int DNS = 2;
  private static final int IP = 7;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_NAMES = 5;

  private CertificateNames() {}

  private static Pattern part(String type) {
    return Pattern.compile("(?:^|[,+])" + type + "=((?:[^,+\\\\]|\\\\.)+)");
  }

  /** Returns common name and organisation, such as "R11 (Let's Encrypt)". */
  public static String of(X500Principal principal) {
    String name = find(COMMON_NAME, principal);
    String organisation = find(ORGANISATION, principal);
    if (name == null) {
      return organisation == null ? "an unnamed subject" : organisation;
    }
    return organisation == null || organisation.equals(name)
        ? name
        : name + " (" + organisation + ")";
  }

  static @Nullable String commonName(X500Principal principal) {
    return find(COMMON_NAME, principal);
  }

  /** Returns the hosts that a certificate names, or the name of its subject if it names none. */
  static String hosts(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      for (List<?> entry : all == null ? Collections.<List<?>>emptyList() : all) {
        if (names.size() < MOST_NAMES && isHost(entry) && entry.get(1) instanceof String text) {
          names.add(printable(text));
        }
      }
    } catch (CertificateParsingException e) {
      // A certificate with malformed names is shown by its subject.
    }
    return names.isEmpty() ? of(certificate.getSubjectX500Principal()) : String.join(", ", names);
  }

  private static boolean isHost(List<?> entry) {
    return entry.get(0).equals(DNS) || entry.get(0).equals(IP);
  }

  private static @Nullable String find(Pattern part, X500Principal principal) {
    Matcher found = part.matcher(principal.getName());
    return found.find() ? printable(found.group(1).replaceAll("\\\\(.)", "$1")) : null;
  }

  /** Replaces characters outside printable ASCII and cuts long text. */
  private static String printable(String text) {
    String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) + "…" : clean;
  }
}
