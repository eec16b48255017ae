package canon.cpp.cloudservice.testing.transport;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What a test has opened, to be closed after it: what was opened last goes first. */
final class Opened {
  private final Deque<AutoCloseable> all = new ConcurrentLinkedDeque<>();

  <T extends AutoCloseable> T add(T one) {
    all.push(one);
    return one;
  }

  /** A server without TLS. */
  TestServer clear(TestServer.Handler handler) {
    return add(TestServer.clear(handler));
  }

  /** A server that shows one of the {@link TestCertificates}, and has an answer for everything. */
  TestServer tls(String certificate) {
    return add(
        TestServer.tls(
            TestCertificates.shared().server(certificate).getServerSocketFactory(),
            exchange -> exchange.respond(200, "")));
  }

  /** Called by {@code @AutoClose}. */
  public void close() throws Exception {
    while (!all.isEmpty()) {
      all.pop().close();
    }
  }
}
