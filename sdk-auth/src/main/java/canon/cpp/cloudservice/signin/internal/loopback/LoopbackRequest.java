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
 * As much of an HTTP request as a browser's way back needs.
 *
 * @param path without the query
 * @param parameters of the query or, with POST, of the form
 */
record LoopbackRequest(String method, String path, Map<String, String> parameters) {
  private static final String HEAD_END = "\r\n\r\n";
  private static final Pattern FIRST_LINE =
      Pattern.compile("([A-Z]{1,10}) (/[!-~]*) HTTP/1\\.[01]");
  private static final Pattern LENGTH =
      Pattern.compile("(?im)^content-length:[ \t]*(\\d{1,6})[ \t]*$");
  private static final Pattern FORM =
      Pattern.compile("(?im)^content-type:[ \t]*application/x-www-form-urlencoded[ \t]*(;.*)?$");

  /** A request that is none. */
  static final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The request, or null if it has not come in full yet. */
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

  /** None may come twice: which one counted would be anybody's guess. */
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

  /** Shows where it went; the parameters may hold a code. */
  @Override
  public String toString() {
    return method + " " + path.length() + " characters";
  }
}
