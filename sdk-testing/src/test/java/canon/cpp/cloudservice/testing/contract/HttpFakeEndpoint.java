package canon.cpp.cloudservice.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.testing.FakeCloudService;

/** One fake over HTTP for all tests of a kit, never reset, reached through a given transport. */
public final class HttpFakeEndpoint {
  private final FakeCloudService fake = FakeContractEndpoint.newFake();
  private final HttpTransport transport;

  private HttpFakeEndpoint(HttpTransport transport) {
    this.transport = transport;
  }

  public static HttpFakeEndpoint start(HttpTransport transport) {
    return new HttpFakeEndpoint(transport);
  }

  public ContractEndpoint endpoint() {
    return new FakeContractEndpoint(
        fake, fake.http(), unused -> new ValidatingTransport(transport));
  }

  /** Closes the fake, and checks that the kit has restored the data. */
  public void closeUnchanged() {
    try (fake) {
      for (String administrator :
          new String[] {FakeContractEndpoint.ADMIN, FakeContractEndpoint.ELSEWHERE}) {
        CloudServiceClient client = fake.client(administrator);
        assertThat(client.users().list()).extracting(User::email).containsExactly(administrator);
        assertThat(client.administrators().list()).hasSize(1);
        assertThat(client.printers().list()).isEmpty();
      }
      fake.faults().verifyAllUsed();
    }
  }
}
