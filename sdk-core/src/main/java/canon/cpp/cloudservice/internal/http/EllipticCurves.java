package canon.cpp.cloudservice.internal.http;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;

/**
 * Finds out whether the Java runtime has elliptic curves. Before Java 22 they are in a module of
 * their own, which jlink leaves out because nothing requires it. Without them no server with such a
 * certificate can be reached. This library does not require the module either, because later
 * versions of Java may remove it.
 */
public final class EllipticCurves {
  /** What is wrong, for a message. */
  public static final String EXPLANATION =
      "this Java runtime has no elliptic curves, because its image lacks the module jdk.crypto.ec";

  /** What to do about it. */
  public static final String REMEDY =
      "Build the runtime image with jlink --add-modules jdk.crypto.ec.";

  private EllipticCurves() {}

  /** Returns whether they are missing. */
  public static boolean isMissing() {
    try {
      KeyFactory unused = KeyFactory.getInstance("EC");
      return false;
    } catch (NoSuchAlgorithmException e) {
      return true;
    }
  }
}
