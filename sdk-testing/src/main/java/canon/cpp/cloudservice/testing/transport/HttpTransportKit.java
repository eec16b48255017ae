package canon.cpp.cloudservice.testing.transport;

import canon.cpp.cloudservice.http.HttpTransport;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link HttpTransport} must do, blocking and asynchronous. Whoever plugs in a transport
 * of their own shows with it that the client can rely on it:
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
 * <p>The servers behind it are the kit's own, on this machine's loopback address. A full run takes
 * some ten seconds. No test waits for a time to pass, except those that show that time runs out.
 */
public abstract class HttpTransportKit {
  /** For subclasses. */
  protected HttpTransportKit() {}

  /**
   * Opens the transport to be tested. The kit closes it.
   *
   * @param setup how to build it
   * @return a new transport
   */
  protected abstract HttpTransport open(TransportSetup setup);

  /**
   * Whether the transport never sends a request a second time by itself. One that does, because
   * what it is built on does, says so to those who choose it; the service recognises repetitions by
   * their idempotency key.
   *
   * @return true, unless overridden
   */
  protected boolean sendsOnce() {
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
