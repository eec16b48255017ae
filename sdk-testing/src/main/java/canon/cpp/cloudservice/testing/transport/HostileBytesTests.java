package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Bytes that are not a valid response. A transport may be strict or lenient, but the exchange ends
 * in time, either with a response or with a failure after which the request counts as sent.
 */
abstract class HostileBytesTests extends TransportTests {
  /** Some clients wait for data that cannot arrive, such as a chunk of negative size. */
  private static final Set<Reason> ENDINGS =
      Set.of(Reason.MALFORMED_RESPONSE, Reason.CONNECTION_LOST, Reason.TIMEOUT);

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final int MUCH = 300_000;
  private static final int LONGEST_MESSAGE = 300;

  HostileBytesTests(KitContext context) {
    super(context);
  }

  @TestFactory
  Stream<DynamicTest> endsOnABadStatusLine() {
    return Stream.of(
            "",
            "200 OK",
            "HTTP/1.1",
            "HTTP/1.1 ",
            "HTTP/1.1 20",
            "HTTP/1.1 000 OK",
            "HTTP/1.1 -200 OK",
            "HTTP/1.1 1000 OK",
            "HTTP/1.1 99999999999 OK",
            "HTTP/1.1 2\u00002 OK",
            "HTTP/9.9 200 OK",
            "HTTP/1.1 \t200\tOK",
            "HTTP/1.1 200 " + "O".repeat(MUCH))
        .map(line -> ends(line, line + "\r\nContent-Length: 0\r\n\r\n"));
  }

  @TestFactory
  Stream<DynamicTest> endsOnBadHeaders() {
    return Stream.of(
            "no colon",
            ": no name",
            "X-A : space before the colon",
            "X\u0000A: NUL in the name",
            "X-A: NUL\u0000 in the value",
            "X-A: bare\rreturn",
            "X-A: bare\nX-B: line feed",
            " X-A: folded at the start",
            "X-A: folded\r\n in the middle",
            "X-A: \u00ff\u00fe\u0080",
            "X-A: " + "v".repeat(MUCH),
            "X-" + "n".repeat(MUCH) + ": v",
            "X-A: v\r\n".repeat(5_000) + "X-B: w",
            "Content-Type:",
            "Connection: \u0000",
            "Location: \u0000http://[")
        .map(header -> ends(header, "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\nsome"));
  }

  @TestFactory
  Stream<DynamicTest> endsOnABadContentLength() {
    return Stream.of(
            "-1",
            "-9223372036854775808",
            "9223372036854775807",
            "99999999999999999999",
            "abc",
            "1e3",
            "+4",
            "4 4",
            "4, 4",
            "4\r\nContent-Length: 2",
            "4\r\nTransfer-Encoding: chunked",
            "4\r\nTransfer-Encoding: gzip",
            "\u0000")
        .map(length -> ends(length, head("Content-Length: " + length) + "some"));
  }

  @TestFactory
  Stream<DynamicTest> endsOnBadChunks() {
    // Not 80000000: with it, a thread of the JDK's client loops until the end of the test run.
    return Stream.of(
            "\r\n",
            "-4\r\nsome\r\n0\r\n\r\n",
            "+4\r\nsome\r\n0\r\n\r\n",
            "0x4\r\nsome\r\n0\r\n\r\n",
            "4 4\r\nsome\r\n0\r\n\r\n",
            "4\r\nsomemore\r\n0\r\n\r\n",
            "ffffffff\r\nsome",
            "7fffffff\r\nsome",
            "ffffffffffffffff\r\nsome",
            "fffffffffffffffff\r\nsome",
            "1".repeat(MUCH),
            "4;" + "x".repeat(MUCH) + "\r\nsome\r\n0\r\n\r\n",
            "4\r\nsome\r\n0\r\nno trailer",
            "4\r\nsome\r\n0\r\n" + "X-A: v\r\n".repeat(5_000) + "\r\n",
            "\u0000\r\n\u0000")
        .map(body -> ends(body, head("Transfer-Encoding: chunked") + body));
  }

  @TestFactory
  Stream<DynamicTest> endsOnBytesThatAreNotAResponse() {
    return Stream.of(
            "HTTP/1.1 100 Continue\r\n\r\n".repeat(1_000),
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n".repeat(1_000) + head("Content-Length: 0"),
            head("Content-Length: 0").repeat(1_000),
            "\u0016\u0003\u0001\u0002\u0000\u0001",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "\u0000".repeat(MUCH))
        .map(bytes -> ends(bytes, bytes));
  }

  private DynamicTest ends(String name, String bytes) {
    return DynamicTest.dynamicTest(shown(name), () -> ends(bytes));
  }

  private void ends(String bytes) throws Exception {
    try (var server =
        TestServer.clear(
            exchange -> {
              exchange.write(bytes);
              exchange.close();
            })) {
      HttpResponse response = send(HttpRequest.of("GET", server.uri("/"), SOON));

      assertTrue(response.status() >= 0, response::toString);
    } catch (HttpTransportException e) {
      assertTrue(e.mayHaveBeenSent(), e::toString);
      assertTrue(ENDINGS.contains(e.reason()), e::toString);
      String message = String.valueOf(e.getMessage());
      assertTrue(message.length() < LONGEST_MESSAGE, message);
      assertTrue(message.chars().noneMatch(Character::isISOControl), message);
    }
  }

  private static String head(String header) {
    return "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n";
  }

  private static String shown(String name) {
    String start = name.substring(0, Math.min(name.length(), 40));
    return name.length() + ": " + start.replaceAll("\\p{C}", "?");
  }
}
