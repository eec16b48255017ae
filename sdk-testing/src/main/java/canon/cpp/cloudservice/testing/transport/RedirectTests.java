package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A redirect is a response like any other. Following it would send the token elsewhere. */
abstract class RedirectTests extends TransportTests {
  RedirectTests(KitContext context) {
    super(context);
  }

  @TestFactory
  Stream<DynamicTest> isNotFollowed() {
    return IntStream.of(300, 301, 302, 303, 307, 308)
        .mapToObj(status -> DynamicTest.dynamicTest("status " + status, () -> isAnswer(status)));
  }

  private void isAnswer(int status) throws Exception {
    try (var server = TestServer.clear(ex -> ex.respond(status, "moved", "Location: /elsewhere"))) {
      var got = send(get(server.uri("/")));
      var posted = send(post(server.uri("/"), "{}"));

      assertEquals(status, got.status());
      assertEquals("moved", text(got));
      assertEquals("/elsewhere", got.headers().first("Location").orElseThrow());
      assertEquals(status, posted.status());
      assertEquals(2, server.requests().size());
    }
  }
}
