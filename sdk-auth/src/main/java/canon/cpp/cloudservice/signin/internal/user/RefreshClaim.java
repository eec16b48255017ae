package canon.cpp.cloudservice.signin.internal.user;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Marks a stored sign-in while a process renews it, so that no other process uses the same refresh
 * token. The mark stands before the grant's state.
 */
final class RefreshClaim {
  private static final byte[] MARK = "renewing:".getBytes(StandardCharsets.US_ASCII);

  private RefreshClaim() {}

  static byte[] mark(byte[] state) {
    byte[] marked = Arrays.copyOf(MARK, MARK.length + state.length);
    System.arraycopy(state, 0, marked, MARK.length, state.length);
    return marked;
  }

  static boolean isMarked(byte[] stored) {
    return stored.length > MARK.length
        && Arrays.equals(MARK, 0, MARK.length, stored, 0, MARK.length);
  }

  /** Returns the grant's state, whether it is marked or not. */
  static byte[] state(byte[] stored) {
    return isMarked(stored) ? Arrays.copyOfRange(stored, MARK.length, stored.length) : stored;
  }
}
