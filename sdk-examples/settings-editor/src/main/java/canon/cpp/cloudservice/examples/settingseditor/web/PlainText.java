package canon.cpp.cloudservice.examples.settingseditor.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A response of one sentence, for requests that no page of this program sends. */
final class PlainText {
  private PlainText() {}

  static void send(HttpServletResponse response, int status, String sentence) throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
  }
}
