package canon.cpp.cloudservice.signin.internal.loopback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The pages for the browser. They contain nothing of the request. */
enum BrowserPage {
  SIGNED_IN(200, "OK", "You can close this page and return to the program."),
  NOT_SIGNED_IN(200, "OK", "You did not sign in. Close this page and return to the program."),
  FOREIGN(
      400,
      "Bad Request",
      "This request does not belong to the sign-in that the program waits for."),
  NOT_FOUND(404, "Not Found", "There is no such page."),
  OTHER_METHOD(405, "Method Not Allowed", "There is no such page.");

  private final String response;

  BrowserPage(int status, String reason, String sentence) {
    String html =
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sign-in</title>"
            + "</head><body><p>"
            + sentence
            + "</p></body></html>";
    String head =
        String.join(
            "\r\n",
            "HTTP/1.1 " + status + " " + reason,
            "Content-Type: text/html; charset=utf-8",
            "Content-Length: " + html.length(),
            "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'",
            "Cache-Control: no-store",
            "Referrer-Policy: no-referrer",
            "X-Content-Type-Options: nosniff",
            "Allow: GET, POST",
            "Connection: close");
    this.response = head + "\r\n\r\n" + html;
  }

  ByteBuffer response() {
    return ByteBuffer.wrap(response.getBytes(StandardCharsets.US_ASCII));
  }
}
