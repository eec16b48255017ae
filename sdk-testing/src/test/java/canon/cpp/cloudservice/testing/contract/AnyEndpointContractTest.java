package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.http.HttpTransport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Checks the endpoint that the environment names against the contract. */
@EnabledIfEnvironmentVariable(named = EnvironmentEndpoint.ADDRESS, matches = ".+")
class AnyEndpointContractTest extends CloudServiceContractKit {
  private static final HttpTransport NETWORK = HttpTransport.jdk().build();

  @Override
  protected ContractEndpoint endpoint() {
    return new EnvironmentEndpoint(System.getenv(), new ValidatingTransport(NETWORK));
  }

  @Override
  protected KnownDifferences knownDifferences() {
    return EnvironmentEndpoint.knownDifferences(System.getenv());
  }

  @AfterAll
  static void close() {
    NETWORK.close();
  }
}
