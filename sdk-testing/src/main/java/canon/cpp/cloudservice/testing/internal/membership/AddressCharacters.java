package canon.cpp.cloudservice.testing.internal.membership;

import static com.ibm.icu.lang.UCharacter.getIntPropertyValue;
import static com.ibm.icu.lang.UCharacter.hasBinaryProperty;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The characters outside ASCII that an address may have: the IdentifierClass of PRECIS (RFC 8264,
 * section 4.2), which is built on RFC 5892. Letters and digits are allowed in any script. Controls,
 * spaces, invisible characters, symbols, punctuation, compatibility forms and unassigned code
 * points are not.
 */
final class AddressCharacters {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  /** Section 9.6: allowed and rejected whatever their category says. */
  private static final Set<Integer> ALLOWED =
      Set.of(0x00df, 0x03c2, 0x06fd, 0x06fe, 0x0f0b, 0x3007);

  private static final Set<Integer> REJECTED =
      Set.of(0x0640, 0x07fa, 0x302e, 0x302f, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303b);

  private AddressCharacters() {}

  /** Returns the first code point outside ASCII that is not allowed where it stands. */
  static OptionalInt firstRejected(String text) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (c >= 0x80 && !isAllowed(text, i, c)) {
        return OptionalInt.of(c);
      }
    }
    return OptionalInt.empty();
  }

  /** Returns whether IDNA drops or hides the character, so that nobody sees it in an address. */
  static boolean isInvisible(int c) {
    return hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  private static boolean isAllowed(String text, int index, int c) {
    if (ALLOWED.contains(c)) {
      return true;
    }
    if (REJECTED.contains(c)) {
      return false;
    }
    return switch (c) {
      case 0xb7 -> before(text, index) == 'l' && after(text, index, c) == 'l';
      case 0x375 -> script(after(text, index, c)) == UScript.GREEK;
      case 0x5f3, 0x5f4 -> script(before(text, index)) == UScript.HEBREW;
      case 0x30fb -> text.codePoints().anyMatch(AddressCharacters::isJapanese);
      default -> isLetterOrDigit(c) && !mixesDigits(text, c);
    };
  }

  private static boolean isLetterOrDigit(int c) {
    return switch (UCharacter.getType(c)) {
      case UCharacterCategory.LOWERCASE_LETTER,
          UCharacterCategory.UPPERCASE_LETTER,
          UCharacterCategory.OTHER_LETTER,
          UCharacterCategory.MODIFIER_LETTER,
          UCharacterCategory.DECIMAL_DIGIT_NUMBER,
          UCharacterCategory.NON_SPACING_MARK,
          UCharacterCategory.COMBINING_SPACING_MARK ->
          !isInvisible(c) && !isOldHangul(c) && NFKC.isNormalized(Character.toString(c));
      default -> false;
    };
  }

  private static boolean isOldHangul(int c) {
    int type = getIntPropertyValue(c, UProperty.HANGUL_SYLLABLE_TYPE);
    return type == UCharacter.HangulSyllableType.LEADING_JAMO
        || type == UCharacter.HangulSyllableType.VOWEL_JAMO
        || type == UCharacter.HangulSyllableType.TRAILING_JAMO;
  }

  /** The two sets of Arabic digits look alike, so a text has one of them only. */
  private static boolean mixesDigits(String text, int c) {
    if (c >= 0x660 && c <= 0x669) {
      return text.codePoints().anyMatch(other -> other >= 0x6f0 && other <= 0x6f9);
    }
    return c >= 0x6f0
        && c <= 0x6f9
        && text.codePoints().anyMatch(other -> other >= 0x660 && other <= 0x669);
  }

  private static boolean isJapanese(int c) {
    int script = script(c);
    return c != 0x30fb
        && (script == UScript.HIRAGANA || script == UScript.KATAKANA || script == UScript.HAN);
  }

  private static int script(int c) {
    return UScript.getScript(c);
  }

  private static int before(String text, int index) {
    return index == 0 ? 0 : text.codePointBefore(index);
  }

  private static int after(String text, int index, int c) {
    int next = index + Character.charCount(c);
    return next == text.length() ? 0 : text.codePointAt(next);
  }
}
