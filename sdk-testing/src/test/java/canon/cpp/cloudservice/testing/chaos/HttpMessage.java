package canon.cpp.cloudservice.testing.chaos;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request or a response with a Content-Length. */
final class HttpMessage {
  private static final String END = "\r\n\r\n";

  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private final byte[] head;
  private final byte[] body;

  private HttpMessage(byte[] head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  /** Reads the next message; empty if there is none. */
  static Optional<HttpMessage> read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < END.length()) {
      int next = in.read();
      if (next < 0 && head.size() == 0) {
        return Optional.empty();
      }
      if (next < 0) {
        throw new EOFException("The head ends early");
      }
      head.write(next);
      matched = next == END.charAt(matched) ? matched + 1 : next == END.charAt(0) ? 1 : 0;
    }
    HttpMessage message = new HttpMessage(head.toByteArray(), new byte[0]);
    int length = message.header("content-length").map(Integer::parseInt).orElse(0);
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("The body ends early");
    }
    return Optional.of(new HttpMessage(message.head, body));
  }

  /** A response. */
  static HttpMessage answer(String statusAndHeaders, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head = "HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: " + bytes.length + END;
    return new HttpMessage(head.getBytes(StandardCharsets.ISO_8859_1), bytes);
  }

  /** A request. */
  static HttpMessage request(String method, String target, List<String> headers, byte[] body) {
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + target + " HTTP/1.1");
    lines.addAll(headers);
    lines.add("Content-Length: " + body.length);
    String head = String.join("\r\n", lines) + END;
    return new HttpMessage(head.getBytes(StandardCharsets.ISO_8859_1), body);
  }

  /** The status of a response. */
  int status() {
    return Integer.parseInt(lines().get(0).substring(STATUS_AT, STATUS_AT + 3));
  }

  /** The lines of the headers. */
  List<String> headers() {
    List<String> lines = lines();
    return lines.subList(1, lines.size());
  }

  private List<String> lines() {
    return new String(head, StandardCharsets.ISO_8859_1).lines().filter(l -> !l.isEmpty()).toList();
  }

  Optional<String> header(String name) {
    return headers().stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  /** The number of bytes before the body. */
  int headLength() {
    return head.length;
  }

  byte[] body() {
    return body;
  }

  byte[] bytes() {
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
