package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.internal.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a claims challenge from {@code WWW-Authenticate}: {@code Bearer
 * error="insufficient_claims", claims="<JSON in base64>"}.
 */
final class ClaimsChallenge {
  private static final int LONGEST_HEADER = 16_384;

  /** A name with a value, or a scheme; possessive, so that no header makes matching slow. */
  private static final Pattern PART =
      Pattern.compile(
          "([A-Za-z0-9!#$%&'*+.^_`|~-]++)"
              + "(?:\\s*+=\\s*+(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^\\s,\"]++)))?+");

  private ClaimsChallenge() {}

  /** Returns the required claims as JSON, or null if there is no valid challenge. */
  static @Nullable String read(HttpHeaders headers) {
    for (String header : headers.all("WWW-Authenticate")) {
      String claims = header.length() > LONGEST_HEADER ? null : claims(header);
      if (claims != null) {
        return claims;
      }
    }
    return null;
  }

  /** Reads a header, which may contain several challenges, each a scheme with parameters. */
  private static @Nullable String claims(String header) {
    Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    boolean bearer = false;
    Matcher part = PART.matcher(header);
    while (part.find()) {
      String value = part.group(2) == null ? part.group(3) : unescaped(part.group(2));
      if (value == null) {
        String found = bearer ? requiredError(parameters) : null;
        if (found != null) {
          return found;
        }
        bearer = part.group(1).equalsIgnoreCase("Bearer");
        parameters.clear();
      } else {
        parameters.put(part.group(1), value);
      }
    }
    return bearer ? requiredError(parameters) : null;
  }

  private static String unescaped(String quoted) {
    return quoted.replaceAll("\\\\(.)", "$1");
  }

  private static @Nullable String requiredError(Map<String, String> parameters) {
    String claims = parameters.get("claims");
    if (claims == null || !"insufficient_claims".equals(parameters.get("error"))) {
      return null;
    }
    try {
      byte[] json = Base64.getDecoder().decode(claims.replace('-', '+').replace('_', '/'));
      boolean unused = JsonObject.read(json, object -> true);
      String text = new String(json, StandardCharsets.UTF_8);
      // The JSON parser accepts UTF-16 and byte order marks too; the token provider does not.
      return text.indexOf('\0') < 0 && text.trim().startsWith("{") ? text : null;
    } catch (IllegalArgumentException | MalformedJsonException e) {
      return null;
    }
  }
}
