package canon.cpp.cloudservice.testing.transport;

import java.time.Duration;

/** How a transport is to be built for a test of the {@link HttpTransportKit}. */
public final class TransportSetup {
  static final TransportSetup PLAIN = new TransportSetup(Duration.ofSeconds(10));

  private final Duration connectTimeout;

  private TransportSetup(Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  TransportSetup withConnectTimeout(Duration timeout) {
    return new TransportSetup(timeout);
  }

  /**
   * How long one connection may take to be made.
   *
   * @return a positive duration
   */
  public Duration connectTimeout() {
    return connectTimeout;
  }
}
