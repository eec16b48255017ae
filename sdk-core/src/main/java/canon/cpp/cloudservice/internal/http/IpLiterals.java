package canon.cpp.cloudservice.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Compares IP addresses that are written differently. */
final class IpLiterals {
  private IpLiterals() {}

  /** Returns the canonical text of an IP literal; of other text, the text. Looks up no name. */
  static String canonical(String literal) {
    if (!literal.matches("[0-9a-fA-F:.]+")
        || (literal.indexOf(':') < 0 && !literal.matches("[0-9.]+"))) {
      return literal;
    }
    try {
      return InetAddress.getByName(literal).getHostAddress();
    } catch (UnknownHostException e) {
      return literal;
    }
  }
}
