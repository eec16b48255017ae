package canon.cpp.cloudservice.internal.membership;

import canon.cpp.cloudservice.internal.values.Checks;

/**
 * Checks what a caller gives for a person. Only what can be no address in any reading is rejected
 * here: the service canonicalises, so that no released client freezes a rule (D6).
 */
final class MemberKeys {
  private static final int MAX_LENGTH = 254;

  private MemberKeys() {}

  static String email(String email) {
    Checks.text("email", email, MAX_LENGTH);
    return address("email must be", email);
  }

  /** An address, or an id of the service, whose form is the service's. */
  static String key(String name, String key) {
    boolean isAddress = Checks.key(name, key, MAX_LENGTH).indexOf('@') >= 0;
    return isAddress ? address(name + " has an @, so it must be", key) : key;
  }

  private static String address(String mustBe, String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1 || hasSpace(text)) {
      throw new IllegalArgumentException(
          mustBe
              + " an address such as john@contoso.com: a name, an @ and a domain, without spaces");
    }
    return text;
  }

  private static boolean hasSpace(String text) {
    return text.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
