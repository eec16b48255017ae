package canon.cpp.cloudservice.testing.transport;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as received. */
final class TestRequest {
  private final String method;
  private final String target;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  private TestRequest(String line, Map<String, List<String>> headers, InputStream rest)
      throws IOException {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3) {
      throw new ProtocolException("The request is not HTTP");
    }
    this.method = parts[0];
    this.target = parts[1];
    this.headers = headers;
    this.body = readBody(rest);
  }

  String method() {
    return method;
  }

  String target() {
    return target;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.get(0);
  }

  boolean hasHeader(String name, String value) {
    return value.equalsIgnoreCase(header(name));
  }

  /** Reads one request; null if the client has closed the connection. */
  static @Nullable TestRequest read(InputStream in) throws IOException {
    String line = line(in);
    if (line == null) {
      return null;
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String header;
    while ((header = line(in)) != null && !header.isEmpty()) {
      int colon = header.indexOf(':');
      if (colon < 0) {
        throw new ProtocolException("The request is not HTTP");
      }
      headers
          .computeIfAbsent(header.substring(0, colon), name -> new ArrayList<>())
          .add(header.substring(colon + 1).trim());
    }
    return new TestRequest(line, headers, in);
  }

  private byte[] readBody(InputStream in) throws IOException {
    if (hasHeader("Transfer-Encoding", "chunked")) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      int size;
      while ((size = Integer.parseInt(needLine(in), 16)) > 0) {
        body.write(in.readNBytes(size));
        needLine(in);
      }
      needLine(in);
      return body.toByteArray();
    }
    String length = header("Content-Length");
    return length == null ? new byte[0] : in.readNBytes(Integer.parseInt(length));
  }

  private static String needLine(InputStream in) throws IOException {
    String line = line(in);
    if (line == null) {
      throw new EOFException();
    }
    return line;
  }

  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int c;
    while ((c = in.read()) != '\n') {
      if (c < 0) {
        return null;
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
