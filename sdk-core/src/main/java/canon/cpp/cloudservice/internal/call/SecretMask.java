package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hides the secrets of a call in what a server sends back, because request ids, codes and headers
 * appear in messages and logs.
 */
public final class SecretMask {
  /** Hides nothing. */
  public static final SecretMask NONE = new SecretMask(List.of());

  private static final String HIDDEN = "[hidden]";

  /** A shorter text could occur by chance. */
  private static final int SHORTEST_SECRET = 8;

  private static final int SHORTEST_PART = 16;

  /** A token that is a JWT, and its parts. */
  private static final int USUAL_SECRETS = 4;

  private final List<String> secrets;

  private SecretMask(List<String> secrets) {
    this.secrets = secrets;
  }

  /** Returns a mask for a secret, and for its parts if it consists of parts, as JWTs do. */
  public static SecretMask of(String secret) {
    return NONE.with(secret);
  }

  /** Returns a mask for one more secret and its parts. */
  public SecretMask with(String secret) {
    List<String> all = new ArrayList<>(USUAL_SECRETS);
    all.addAll(secrets);
    if (secret.length() >= SHORTEST_SECRET) {
      all.add(secret);
    }
    if (secret.indexOf('.') >= 0) {
      for (String part : secret.split("\\.", -1)) {
        if (part.length() >= SHORTEST_PART) {
          all.add(part);
        }
      }
    }
    return new SecretMask(all);
  }

  /** Returns whether this mask was made for a secret. */
  public boolean isOf(String secret) {
    return !secrets.isEmpty() && secrets.get(0).equals(secret);
  }

  /** Returns the text without the secrets. */
  public String hide(String text) {
    String shown = text;
    for (String secret : secrets) {
      shown = shown.contains(secret) ? shown.replace(secret, HIDDEN) : shown;
    }
    return shown;
  }

  private boolean isIn(String text) {
    for (int i = 0; i < secrets.size(); i++) {
      if (text.contains(secrets.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isInAny(HttpHeaders headers) {
    boolean[] found = {false};
    headers.forEach((name, value) -> found[0] |= isIn(value));
    return found[0];
  }

  /** Returns the response without the secrets in its headers. The body is not changed. */
  public HttpResponse hide(HttpResponse response) {
    if (!isInAny(response.headers())) {
      return response;
    }
    Map<String, List<String>> shown = new LinkedHashMap<>();
    response
        .headers()
        .forEach(
            (name, value) ->
                shown.computeIfAbsent(name, absent -> new ArrayList<>()).add(hide(value)));
    HttpResponse masked =
        new HttpResponse(response.status(), HttpHeaders.of(shown), response.body());
    return response.isRetransmitted() ? masked.retransmitted() : masked;
  }
}
