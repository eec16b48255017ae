package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.http.HttpRequest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every status is a response, not a failure. */
abstract class StatusTests extends TransportTests {
  private static final int[] WITH_BODY = {
    200, 201, 202, 203, 299, 400, 401, 403, 404, 407, 408, 409, 410, 412, 413, 422, 423, 428, 429,
    431, 451, 499, 500, 501, 502, 503, 504, 511, 599
  };

  StatusTests(KitContext context) {
    super(context);
  }

  @TestFactory
  Stream<DynamicTest> isAResponseToAGet() {
    return IntStream.of(WITH_BODY)
        .mapToObj(s -> DynamicTest.dynamicTest("status " + s, () -> isAResponse(s, "GET")));
  }

  @TestFactory
  Stream<DynamicTest> isAResponseToAPost() {
    return IntStream.of(WITH_BODY)
        .mapToObj(s -> DynamicTest.dynamicTest("status " + s, () -> isAResponse(s, "POST")));
  }

  @Test
  void readsNoBodyAfterNoContent() throws Exception {
    readsNoBody(204);
  }

  @Test
  void readsNoBodyAfterNotModified() throws Exception {
    readsNoBody(304);
  }

  @Test
  void challengeIsAResponse() throws Exception {
    for (String challenge : new String[] {"Bearer realm=\"x\"", "Basic realm=\"x\"", "Negotiate"}) {
      var server = server(ex -> ex.respond(401, "{}", "WWW-Authenticate: " + challenge));

      var response = send(post(server.uri("/"), "{}"));

      assertEquals(401, response.status());
      assertEquals("{}", text(response));
      assertEquals(challenge, response.headers().first("WWW-Authenticate").orElseThrow());
      assertEquals(1, server.requests().size());
    }
  }

  private void isAResponse(int status, String verb) throws Exception {
    if (status == 407 && !returnsStatus407()) {
      isAFailure(verb);
      return;
    }
    try (var server = TestServer.clear(exchange -> exchange.respond(status, "said", "X-A: b"))) {
      var request = HttpRequest.of(verb, server.uri("/"), LONG_TIMEOUT);

      var response = send(verb.equals("POST") ? request.withBody(bytes("{}")) : request);

      assertEquals(status, response.status());
      assertEquals("said", text(response));
      assertEquals("b", response.headers().first("X-A").orElseThrow());
      assertEquals(1, server.requests().size());
    }
  }

  private void isAFailure(String verb) {
    var server = server(exchange -> exchange.respond(407, "body"));

    var failure = failure(HttpRequest.of(verb, server.uri("/"), LONG_TIMEOUT));

    assertTrue(failure.mayHaveBeenSent(), failure::toString);
    assertEquals(1, server.requests().size());
  }

  private void readsNoBody(int status) throws Exception {
    var server = server(exchange -> exchange.respond(status, "", "X-A: b"));
    var transport = transport();

    for (int i = 0; i < 3; i++) {
      var response = send(transport, get(server.uri("/")));

      assertEquals(status, response.status());
      assertEquals("", text(response));
      assertEquals("b", response.headers().first("X-A").orElseThrow());
    }
  }
}
