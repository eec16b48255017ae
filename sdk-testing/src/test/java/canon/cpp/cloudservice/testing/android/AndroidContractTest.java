package canon.cpp.cloudservice.testing.android;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.testing.contract.CloudServiceContractKit;
import canon.cpp.cloudservice.testing.contract.ContractEndpoint;
import canon.cpp.cloudservice.testing.contract.HttpFakeEndpoint;
import org.junit.jupiter.api.AfterAll;

/** The client on Android's HTTP stack passes the contract kit. */
@OnAndroidStack
class AndroidContractTest extends CloudServiceContractKit {
  private static final HttpTransport TRANSPORT = AndroidStack.open(builder -> builder);
  private static final HttpFakeEndpoint FAKE = HttpFakeEndpoint.start(TRANSPORT);

  @Override
  protected ContractEndpoint endpoint() {
    return FAKE.endpoint();
  }

  @AfterAll
  static void close() {
    FAKE.closeUnchanged();
    TRANSPORT.close();
  }
}
