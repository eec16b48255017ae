package canon.cpp.cloudservice.benchmarks.peers;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.http.HttpTransport;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** The SDK. */
final class SdkClient implements Client {
  private final HttpTransport transport;
  private final CloudServiceClient client;

  SdkClient(URI address, HttpTransport transport) {
    this.transport = transport;
    client = CloudServiceClient.builder(address).transport(transport).build().withToken(TOKEN);
  }

  @Override
  public Object get() {
    return client.users().get(USER_ID).execute();
  }

  @Override
  public Object add() {
    return client.users().add(NEW_ADDRESS).execute();
  }

  @Override
  public Object list(int pageSize) {
    return client.users().list().pageSize(pageSize).page().execute();
  }

  @Override
  public CompletableFuture<?> getAsync() {
    return client.users().get(USER_ID).executeAsync();
  }

  @Override
  public void close() {
    client.close();
    transport.close();
  }
}
