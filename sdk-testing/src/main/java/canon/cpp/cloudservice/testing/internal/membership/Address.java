package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.Texts;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * An e-mail address as it was typed, and as the service compares it (D6).
 *
 * <p>The canonical form is in lower case; its domain is in IDNA A-labels; its local part is in
 * Unicode's composed form (NFC), and without dots if the domain is one of Google's own.
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
   * @throws InvalidAddressException if it is none; the message does not repeat it
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
    String domain = domain(typed.substring(at + 1));
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

  /** The dot-atom of RFC 5322 with the letters of RFC 6531; a quoted string is none. */
  private static String localPart(String text) {
    boolean dotsOk = !text.startsWith(".") && !text.endsWith(".") && !text.contains("..");
    if (text.isEmpty() || !dotsOk || !text.codePoints().allMatch(Address::isLocal)) {
      throw new InvalidAddressException(
          Code.MALFORMED, "This is not an e-mail address: the part before the @ is not plain.");
    }
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  private static boolean isLocal(int c) {
    if (c < 0x80) {
      return c == '.' || Character.isLetterOrDigit(c) || ASCII_IN_LOCAL_PART.indexOf(c) >= 0;
    }
    return !Character.isSpaceChar(c)
        && switch (Character.getType(c)) {
          case Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
          default -> true;
        };
  }

  private static String domain(String text) {
    String ascii;
    try {
      ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // IDN runs out of bounds on some labels that only consist of characters it drops.
      throw new InvalidAddressException(
          Code.MALFORMED, "This is not an e-mail address: the part after the @ is no domain.");
    }
    boolean labelsOk = ascii.length() <= 253 && !ascii.startsWith(".") && !ascii.contains("..");
    if (!labelsOk || ascii.indexOf('.') < 0 || ascii.endsWith(".")) {
      throw new InvalidAddressException(
          Code.MALFORMED, "This is not an e-mail address: the part after the @ is no full domain.");
    }
    return ascii;
  }
}
