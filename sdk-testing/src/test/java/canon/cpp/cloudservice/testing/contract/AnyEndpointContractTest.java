package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.http.HttpTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Holds the endpoint that the environment names against the contract. */
@EnabledIfEnvironmentVariable(named = EnvironmentEndpoint.ADDRESS, matches = ".+")
class AnyEndpointContractTest extends CloudServiceContractKit {
  private final HttpTransport network = HttpTransport.jdk().build();

  @Override
  protected ContractEndpoint endpoint() {
    return new EnvironmentEndpoint(System.getenv(), new ValidatingTransport(network));
  }

  @Override
  protected KnownDifferences knownDifferences() {
    return EnvironmentEndpoint.knownDifferences(System.getenv());
  }

  @AfterEach
  void close() {
    network.close();
  }
}
