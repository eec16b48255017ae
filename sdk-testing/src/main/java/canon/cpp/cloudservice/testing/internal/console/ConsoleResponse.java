package canon.cpp.cloudservice.testing.internal.console;

import java.util.LinkedHashMap;
import java.util.Map;

/** A response to the browser. */
public record ConsoleResponse(int status, Map<String, String> headers, String body) {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action"
              + " 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          // A browser that may not disclose its origin sends forms with the origin "null".
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  static ConsoleResponse of(int status, String type, String body) {
    return new ConsoleResponse(status, ALWAYS, body).with("Content-Type", type);
  }

  static ConsoleResponse text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text + "\n");
  }

  /** Redirects to a section of the page, so that going back in the browser sends nothing twice. */
  static ConsoleResponse seeSection(String place) {
    return new ConsoleResponse(303, ALWAYS, "").with("Location", "/#" + place);
  }

  ConsoleResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ConsoleResponse(status, more, body);
  }
}
