package canon.cpp.cloudservice.testing.transport;

import canon.cpp.cloudservice.http.HttpTransport;
import org.junit.jupiter.api.Nested;

/**
 * Tests of every {@link HttpTransport}, blocking and asynchronous. Run it on a transport of your
 * own to see that the client can rely on it:
 *
 * <pre>{@code
 * class OurTransportTest extends HttpTransportKit {
 *   @Override
 *   protected HttpTransport open(TransportSetup setup) {
 *     return new OurTransport(setup.connectTimeout());
 *   }
 * }
 * }</pre>
 *
 * <p>The kit brings its own servers, on the loopback address. A full run takes about ten seconds.
 * Only the tests of timeouts wait for time to pass.
 */
public abstract class HttpTransportKit {
  /** For subclasses. */
  protected HttpTransportKit() {}

  /**
   * Opens the transport to be tested. The kit closes it.
   *
   * @param setup the settings to use
   * @return a new transport
   */
  protected abstract HttpTransport open(TransportSetup setup);

  /**
   * Returns whether the transport never sends a request twice by itself. A transport that may,
   * because of the library below it, documents that; the service recognises such a duplicate by its
   * idempotency key.
   *
   * @return true unless overridden
   */
  protected boolean sendsOnce() {
    return true;
  }

  /**
   * Returns whether the transport returns a response with status 407 that was received without a
   * proxy. Some HTTP libraries, such as Android's, report a failure instead. The status is valid
   * only from a proxy, so the service never sends it.
   *
   * @return true unless overridden
   */
  protected boolean returnsStatus407() {
    return true;
  }

  @Nested
  class Blocking extends AllTransportTests {
    Blocking() {
      super(new KitContext(HttpTransportKit.this, ExecutionMode.BLOCKING));
    }

    @Nested
    class Interrupt extends InterruptTests {
      Interrupt() {
        super(context());
      }
    }
  }

  @Nested
  class Asynchronous extends AllTransportTests {
    Asynchronous() {
      super(new KitContext(HttpTransportKit.this, ExecutionMode.ASYNCHRONOUS));
    }

    @Nested
    class Load extends LoadTests {
      Load() {
        super(context());
      }
    }

    @Nested
    class Cancel extends CancelTests {
      Cancel() {
        super(context());
      }
    }
  }
}
