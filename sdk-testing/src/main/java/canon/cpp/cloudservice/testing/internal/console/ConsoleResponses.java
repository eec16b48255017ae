package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import java.net.URI;
import java.util.Map;

/** Responses to a browser, with headers that forbid foreign content and caching. */
final class ConsoleResponses {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action"
              + " 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          // Without a referrer, a browser sends forms with the origin "null".
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private ConsoleResponses() {}

  static WebResponse of(int status, String type, String body) {
    return WebResponse.text(status, type, body).with(ALWAYS);
  }

  static WebResponse text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text + "\n");
  }

  /**
   * Redirects to a section of the page with GET, so that going back in the browser sends nothing
   * again.
   *
   * @param query the raw query that the page keeps; empty for none
   */
  static WebResponse seeSection(String query, String section) {
    String path = "/" + (query.isEmpty() ? "" : "?" + query) + "#" + section;
    return WebResponse.redirect(303, URI.create(path)).with(ALWAYS);
  }
}
