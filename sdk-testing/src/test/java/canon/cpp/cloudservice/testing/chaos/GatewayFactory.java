package canon.cpp.cloudservice.testing.chaos;

import java.net.URI;

/** Opens a gateway in front of a service. */
interface GatewayFactory {
  /** Opens a gateway whose faults follow from a seed. */
  Gateway open(URI service, long seed);
}
