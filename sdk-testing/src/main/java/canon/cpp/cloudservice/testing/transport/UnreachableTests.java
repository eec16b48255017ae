package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Where no connection is made, the request has certainly not been sent. */
abstract class UnreachableTests extends TransportTests {
  UnreachableTests(KitContext context) {
    super(context);
  }

  @Test
  void failsWhenTheConnectionIsRefused() {
    var closed = TestServer.clear(exchange -> exchange.answer(200, ""));
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
