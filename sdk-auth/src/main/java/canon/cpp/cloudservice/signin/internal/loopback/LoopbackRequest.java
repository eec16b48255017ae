package canon.cpp.cloudservice.signin.internal.loopback;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an HTTP request that a redirect after the sign-in needs.
 *
 * @param path the path without the query
 * @param parameters the parameters of the query or, with POST, of the form
 */
record LoopbackRequest(String method, String path, Map<String, String> parameters) {
  private static final String HEAD_END = "\r\n\r\n";
  private static final Pattern FIRST_LINE =
      Pattern.compile("([A-Z]{1,10}) (/[!-~]*) HTTP/1\\.[01]");
  private static final Pattern LENGTH =
      Pattern.compile("(?im)^content-length:[ \t]*(\\d{1,6})[ \t]*$");
  private static final Pattern FORM =
      Pattern.compile("(?im)^content-type:[ \t]*application/x-www-form-urlencoded[ \t]*(;.*)?$");

  /** A malformed request. */
  static final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Returns the request, or null if it has not been received completely. */
  static @Nullable LoopbackRequest read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int headEnd = text.indexOf(HEAD_END);
    int lineEnd = text.indexOf("\r\n");
    if (lineEnd < 0) {
      return null;
    }
    Matcher line = FIRST_LINE.matcher(text.substring(0, lineEnd));
    if (!line.matches()) {
      throw new MalformedException();
    }
    if (headEnd < 0) {
      return null;
    }
    String head = text.substring(lineEnd, headEnd).replace("\r\n", "\n");
    String[] target = line.group(2).split("\\?", 2);
    String query = target.length < 2 ? "" : target[1];
    boolean form = line.group(1).equals("POST") && FORM.matcher(head).find();
    if (form) {
      Matcher length = LENGTH.matcher(head);
      if (!length.find()) {
        throw new MalformedException();
      }
      String body = text.substring(headEnd + HEAD_END.length());
      int expected = Integer.parseInt(length.group(1));
      if (body.length() < expected) {
        return null;
      }
      query = body.substring(0, expected);
    }
    return new LoopbackRequest(
        line.group(1).toUpperCase(Locale.ROOT), target[0], parameters(query));
  }

  /** Returns a header must not occur twice, because it would be undefined which one counts. */
  private static Map<String, String> parameters(String form) {
    Map<String, String> parameters = new LinkedHashMap<>();
    try {
      for (String pair : form.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        if (!pair.isEmpty()
            && parameters.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), value) != null) {
          throw new MalformedException();
        }
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedException();
    }
    return parameters;
  }

  /** Returns the path; the parameters may contain a code. */
  @Override
  public String toString() {
    return method + " " + path.length() + " characters";
  }
}
