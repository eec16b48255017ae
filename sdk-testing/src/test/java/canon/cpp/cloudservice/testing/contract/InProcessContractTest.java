package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.testing.FakeCloudService;
import org.junit.jupiter.api.AfterEach;

/** The fake keeps the contract behind its in-process endpoint. */
class InProcessContractTest extends CloudServiceContractKit {
  private final FakeCloudService fake = FakeContractEndpoint.newFake();

  @Override
  protected ContractEndpoint endpoint() {
    return new FakeContractEndpoint(fake, fake.inProcess(), ValidatingTransport::new);
  }

  @AfterEach
  void close() {
    fake.close();
  }
}
