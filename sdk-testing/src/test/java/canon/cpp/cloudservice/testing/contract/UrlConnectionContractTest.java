package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.http.HttpTransport;
import org.junit.jupiter.api.AfterAll;

/** The client passes the contract kit over HTTP through the transport on HttpURLConnection. */
class UrlConnectionContractTest extends CloudServiceContractKit {
  private static final HttpTransport TRANSPORT = HttpTransport.urlConnection().build();
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
