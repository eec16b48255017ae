package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import com.ibm.icu.text.IDNA;
import java.util.regex.Pattern;

/**
 * The domains of addresses, by IDNA2008: the mapping of UTS 46 without its transition, so that
 * {@code faß.de} and {@code fass.de} are two domains, and the characters of RFC 5892.
 */
final class Domains {
  private static final String NO_DOMAIN =
      "This is not an e-mail address: the part after the @ is not a full domain.";
  private static final int MAX_LENGTH = 253;

  /** A label that IDNA does not change. Most domains have only such labels. */
  private static final String PLAIN_LABEL = "(?!..--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  private static final Pattern PLAIN = Pattern.compile(PLAIN_LABEL + "(?:\\." + PLAIN_LABEL + ")+");

  private Domains() {}

  /** Returns the domain in A-labels and lower case. */
  static String canonical(String typed) {
    String lower = asciiLowerCase(typed);
    String domain = PLAIN.matcher(lower).matches() ? lower : Tables.ascii(typed);
    if (domain.length() > MAX_LENGTH || domain.indexOf('.') < 0 || domain.endsWith(".")) {
      throw new InvalidAddressException(Code.MALFORMED, NO_DOMAIN);
    }
    return domain;
  }

  private static String asciiLowerCase(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
    }
    return lower.toString();
  }

  /** Loads the tables of IDNA at the first domain that is not plain. */
  private static final class Tables {
    private static final IDNA UTS_46 =
        IDNA.getUTS46Instance(
            IDNA.USE_STD3_RULES
                | IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.CHECK_CONTEXTO
                | IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE);

    private Tables() {}

    static String ascii(String typed) {
      typed
          .codePoints()
          .filter(AddressCharacters::isInvisible)
          .findFirst()
          .ifPresent(Tables::reject);
      IDNA.Info result = new IDNA.Info();
      String unicode = UTS_46.nameToUnicode(typed, new StringBuilder(), result).toString();
      String ascii = UTS_46.nameToASCII(typed, new StringBuilder(), result).toString();
      if (result.hasErrors()) {
        throw new InvalidAddressException(Code.MALFORMED, NO_DOMAIN);
      }
      for (String label : unicode.split("\\.", -1)) {
        AddressCharacters.firstRejected(withoutJoiners(label)).ifPresent(Tables::reject);
      }
      return ascii;
    }

    /** Joiners in an A-label were checked by UTS 46, by the context rules of RFC 5892. */
    private static String withoutJoiners(String label) {
      return label.replace("\u200c", "").replace("\u200d", "");
    }

    private static void reject(int c) {
      throw InvalidAddressException.character(c);
    }
  }
}
