package canon.cpp.cloudservice.benchmarks.peers;

import canon.cpp.cloudservice.benchmarks.generated.feign.UsersApi;
import canon.cpp.cloudservice.benchmarks.generated.feign.invoker.ApiClient;
import canon.cpp.cloudservice.benchmarks.generated.feign.model.AddUserRequest;
import java.net.URI;
import java.util.UUID;

/** The generated client on Feign. */
final class GeneratedFeign implements Client {
  private final UsersApi users;

  GeneratedFeign(URI address) {
    ApiClient client = new ApiClient("bearer");
    client.setBearerToken(TOKEN);
    client.setBasePath(address.toString());
    users = client.buildClient(UsersApi.class);
  }

  @Override
  public Object get() {
    return users.getUser(USER_ID, null, null);
  }

  @Override
  public Object add() {
    AddUserRequest request = new AddUserRequest().email(NEW_ADDRESS);
    return users.addUser(UUID.randomUUID().toString(), request, null, null);
  }

  @Override
  public Object list(int pageSize) {
    return users.listUsers(null, null, null, null, null, pageSize, null);
  }
}
