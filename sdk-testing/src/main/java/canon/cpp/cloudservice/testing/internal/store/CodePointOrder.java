package canon.cpp.cloudservice.testing.internal.store;

import java.util.Comparator;

/**
 * Compares strings by code point. {@link String#compareTo} differs for characters beyond U+FFFF.
 */
final class CodePointOrder implements Comparator<String> {
  static final CodePointOrder INSTANCE = new CodePointOrder();

  private CodePointOrder() {}

  @Override
  public int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        // A surrogate belongs to a code point above every code point of one unit.
        boolean leftPair = Character.isSurrogate(left);
        boolean rightPair = Character.isSurrogate(right);
        return leftPair == rightPair ? left - right : leftPair ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }
}
