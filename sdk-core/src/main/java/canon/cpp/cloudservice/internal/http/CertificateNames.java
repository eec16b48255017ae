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
 * What certificates call their owners, as far as it may be shown: a stranger wrote it, and a name
 * can have a person's address in it.
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

  /** Common name and organisation: "R11 (Let's Encrypt)". */
  public static String of(X500Principal who) {
    String name = find(COMMON_NAME, who);
    String organisation = find(ORGANISATION, who);
    if (name == null) {
      return organisation == null ? "somebody without a name" : organisation;
    }
    return organisation == null || organisation.equals(name)
        ? name
        : name + " (" + organisation + ")";
  }

  /** The hosts that a certificate is for; its owner's name if it names none. */
  static String hosts(X509Certificate one) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> all = one.getSubjectAlternativeNames();
      for (List<?> entry : all == null ? Collections.<List<?>>emptyList() : all) {
        if (names.size() < MOST_NAMES && isHost(entry) && entry.get(1) instanceof String text) {
          names.add(shown(text));
        }
      }
    } catch (CertificateParsingException e) {
      // Then there are none to be shown.
    }
    return names.isEmpty() ? of(one.getSubjectX500Principal()) : String.join(", ", names);
  }

  private static boolean isHost(List<?> entry) {
    return entry.get(0).equals(DNS) || entry.get(0).equals(IP);
  }

  private static @Nullable String find(Pattern part, X500Principal who) {
    Matcher found = part.matcher(who.getName());
    return found.find() ? shown(found.group(1).replaceAll("\\\\(.)", "$1")) : null;
  }

  /** No control characters, and not too much of it. */
  private static String shown(String text) {
    String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) + "…" : clean;
  }
}
