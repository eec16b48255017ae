package canon.cpp.cloudservice.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.testing.FakeCloudService;
import org.junit.jupiter.api.AfterAll;

/**
 * The fake keeps the contract behind its endpoint by HTTP: one fake for all tests, which is never
 * reset and has at the end what it had at the beginning.
 */
class HttpContractTest extends CloudServiceContractKit {
  private static final FakeCloudService FAKE = FakeContractEndpoint.newFake();

  @Override
  protected ContractEndpoint endpoint() {
    return new FakeContractEndpoint(FAKE, FAKE.http(), ValidatingTransport::new);
  }

  @AfterAll
  static void nothingIsLeft() {
    try (FAKE) {
      for (String administrator :
          new String[] {FakeContractEndpoint.ADMIN, FakeContractEndpoint.ELSEWHERE}) {
        CloudServiceClient client = FAKE.client(administrator);
        assertThat(client.users().list()).extracting(User::email).containsExactly(administrator);
        assertThat(client.administrators().list()).hasSize(1);
        assertThat(client.printers().list()).isEmpty();
      }
      FAKE.faults().verifyAllUsed();
    }
  }
}
