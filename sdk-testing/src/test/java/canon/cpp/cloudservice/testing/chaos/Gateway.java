package canon.cpp.cloudservice.testing.chaos;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/** What stands between a client and a service, and injects faults. */
interface Gateway extends AutoCloseable {
  /** The address for clients. */
  URI address();

  FaultInjector injector();

  default Map<NetworkFault, Integer> happened() {
    return injector().happened();
  }

  /** Keys of requests of which one attempt was received more than once. */
  default Set<String> retransmittedKeys() {
    return injector().retransmittedKeys();
  }

  @Override
  void close();
}
