package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** If no connection could be made, the request was not sent. */
abstract class UnreachableTests extends TransportTests {
  UnreachableTests(KitContext context) {
    super(context);
  }

  @Test
  void failsWhenTheConnectionIsRefused() {
    var closed = TestServer.clear(exchange -> exchange.respond(200, ""));
    closed.close();

    assertFailure(Reason.CONNECT, false, failure(get(closed.uri("/"))));
    assertFailure(Reason.CONNECT, false, failure(post(closed.uri("/"), "{}")));
  }

  @Test
  void failsWhenTheHostIsUnknown() {
    var failure = failure(post(URI.create("http://no-such-host.invalid/"), "{}"));

    assertFailure(Reason.CONNECT, false, failure);
    assertTrue(String.valueOf(failure.getMessage()).contains("not known"), failure::toString);
  }
}
