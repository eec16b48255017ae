package canon.cpp.cloudservice.examples.settingseditor.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The random text by which a form proves that a page of this HTTP session contained it. */
public final class CsrfToken {
  /** The name of the hidden field. */
  public static final String FIELD = "csrf";

  private static final String ATTRIBUTE = CsrfToken.class.getName();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private CsrfToken() {}

  /** Returns the token of the HTTP session, which it creates if it is missing. */
  public static String of(HttpSession session) {
    synchronized (RANDOM) {
      if (session.getAttribute(ATTRIBUTE) instanceof String token) {
        return token;
      }
      byte[] random = new byte[BYTES];
      RANDOM.nextBytes(random);
      String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      session.setAttribute(ATTRIBUTE, token);
      return token;
    }
  }

  /** Makes the forms of pages invalid that were shown before the user signed in or out. */
  public static void renew(HttpSession session) {
    session.removeAttribute(ATTRIBUTE);
  }

  static boolean isIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object expected = session == null ? null : session.getAttribute(ATTRIBUTE);
    return expected instanceof String token && isSame(token, request.getParameter(FIELD));
  }

  private static boolean isSame(String expected, @Nullable String received) {
    return received != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), received.getBytes(StandardCharsets.UTF_8));
  }
}
