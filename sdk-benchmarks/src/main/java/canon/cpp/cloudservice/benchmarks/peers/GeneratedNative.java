package canon.cpp.cloudservice.benchmarks.peers;

import canon.cpp.cloudservice.benchmarks.generated.jdk.UsersApi;
import canon.cpp.cloudservice.benchmarks.generated.jdk.invoker.ApiClient;
import canon.cpp.cloudservice.benchmarks.generated.jdk.invoker.ApiException;
import canon.cpp.cloudservice.benchmarks.generated.jdk.model.AddUserRequest;
import java.net.URI;
import java.util.UUID;

/** The generated client on the JDK's own. */
final class GeneratedNative implements Client {
  private final UsersApi users;

  GeneratedNative(URI address) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(address.toString());
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + TOKEN));
    users = new UsersApi(client);
  }

  @Override
  public Object get() throws ApiException {
    return users.getUser(USER_ID, null, null);
  }

  @Override
  public Object add() throws ApiException {
    AddUserRequest request = new AddUserRequest().email(NEW_ADDRESS);
    return users.addUser(UUID.randomUUID().toString(), request, null, null);
  }

  @Override
  public Object list(int pageSize) throws ApiException {
    return users.listUsers(null, null, null, null, null, pageSize, null);
  }
}
