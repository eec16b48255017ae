package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransportException;
import org.junit.jupiter.api.Test;

/** Verbs and addresses. */
abstract class VerbTests extends TransportTests {
  VerbTests(KitContext context) {
    super(context);
  }

  @Test
  void sendsAGet() throws Exception {
    sendsVerb("GET");
  }

  @Test
  void sendsADeleteWithoutABody() throws Exception {
    sendsVerb("DELETE");
  }

  @Test
  void sendsAPostWithoutABody() throws Exception {
    sendsVerb("POST");
  }

  @Test
  void sendsAPutWithoutABody() throws Exception {
    sendsVerb("PUT");
  }

  @Test
  void sendsOptions() throws Exception {
    sendsVerb("OPTIONS");
  }

  /** Java's HttpURLConnection cannot send this verb. */
  @Test
  void sendsAPatchOrRejectsItBeforeItIsSent() throws Exception {
    var server = server(exchange -> exchange.respond(200, exchange.request().body()));
    var request = HttpRequest.of("PATCH", server.uri("/"), LONG_TIMEOUT).withBody(bytes("part"));

    try {
      assertEquals("part", text(send(request)));
      assertEquals("PATCH", server.onlyRequest().method());
    } catch (HttpTransportException e) {
      assertFalse(e.mayHaveBeenSent(), e::toString);
      assertTrue(server.requests().isEmpty());
    }
  }

  @Test
  void sendsADeleteWithABody() throws Exception {
    var server = server(exchange -> exchange.respond(200, exchange.request().body()));
    var request = HttpRequest.of("DELETE", server.uri("/"), LONG_TIMEOUT).withBody(bytes("why"));

    assertEquals("why", text(send(request)));
    assertEquals("DELETE", server.onlyRequest().method());
  }

  @Test
  void readsNoBodyAfterAHead() throws Exception {
    var server = server(exchange -> exchange.respond(200, "not sent"));
    var transport = transport();
    var head = HttpRequest.of("HEAD", server.uri("/"), LONG_TIMEOUT);

    assertEquals("", text(send(transport, head)));
    assertEquals("not sent", text(send(transport, get(server.uri("/")))));
  }

  @Test
  void sendsPathAndQueryUnchanged() throws Exception {
    var server = server(exchange -> exchange.respond(200, ""));
    var target = "/v1/users/j%2Edoe%40example.com/%2F/a+b?x=%20&y=a%26b&empty=&z";

    send(get(server.uri(target)));

    assertEquals(target, server.onlyRequest().target());
  }

  private void sendsVerb(String verb) throws Exception {
    var server = server(exchange -> exchange.respond(200, "done"));

    var response = send(HttpRequest.of(verb, server.uri("/v1/x"), LONG_TIMEOUT));

    assertEquals("done", text(response));
    assertEquals(verb, server.onlyRequest().method());
    assertEquals("/v1/x", server.onlyRequest().target());
    assertEquals(0, server.onlyRequest().body().length);
  }
}
