package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.Texts;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Set;

/**
 * An e-mail address as it was typed, and as the service compares it (D6).
 *
 * <p>The canonical form is in lower case. Its domain is in A-labels of IDNA2008. Its local part is
 * in Unicode's composed form (NFC), without dots if the domain is one of Google's own. Both parts
 * have the characters that PRECIS allows in identifiers.
 */
public record Address(String typed, String canonical) {
  private static final Set<String> GOOGLE_DOMAINS = Set.of("gmail.com", "googlemail.com");
  private static final String ASCII_IN_LOCAL_PART = "!#$%&'*+-/=?^_`{|}~";

  /** The address of an account that has one: an application principal has none. */
  public static Address of(FakeAccount account) {
    return parse(account.email().orElseThrow());
  }

  /**
   * Reads an address.
   *
   * @throws InvalidAddressException if it is not an address; the message does not repeat it
   */
  public static Address parse(String typed) {
    Texts.check("address", typed, Limits.EMAIL)
        .ifPresent(
            error -> {
              throw new InvalidAddressException(error.code(), error.message());
            });
    int at = typed.indexOf('@');
    if (at < 0 || at != typed.lastIndexOf('@')) {
      throw new InvalidAddressException(Code.MALFORMED, "An e-mail address has one @.");
    }
    String domain = Domains.canonical(typed.substring(at + 1));
    String local = localPart(typed.substring(0, at));
    if (GOOGLE_DOMAINS.contains(domain)) {
      local = local.replace(".", "");
    }
    String canonical = local + "@" + domain;
    if (canonical.codePointCount(0, canonical.length()) > Limits.EMAIL) {
      throw new InvalidAddressException(
          Code.TOO_LONG,
          "At most " + Limits.EMAIL + " characters are allowed, in canonical form too.");
    }
    return new Address(typed, canonical);
  }

  /** The dot-atom of RFC 5322 with letters of all scripts (RFC 6531), without quoted strings. */
  private static String localPart(String text) {
    boolean dotsOk = !text.startsWith(".") && !text.endsWith(".") && !text.contains("..");
    if (text.isEmpty() || !dotsOk || !text.codePoints().allMatch(Address::isLocal)) {
      throw new InvalidAddressException(
          Code.MALFORMED, "This is not an e-mail address: the part before the @ is not plain.");
    }
    return comparable(text);
  }

  private static boolean isLocal(int c) {
    return c >= 0x80 || c == '.' || isAsciiLetterOrDigit(c) || ASCII_IN_LOCAL_PART.indexOf(c) >= 0;
  }

  private static boolean isAsciiLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Lower case and composed form, by the same version of Unicode as the check. */
  private static String comparable(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String comparable =
        Normalizer2.getNFCInstance().normalize(UCharacter.toLowerCase(Locale.ROOT, text));
    AddressCharacters.firstRejected(comparable)
        .ifPresent(
            c -> {
              throw InvalidAddressException.character(c);
            });
    return comparable;
  }
}
