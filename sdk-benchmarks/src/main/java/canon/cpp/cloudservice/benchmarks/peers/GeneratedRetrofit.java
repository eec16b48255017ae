package canon.cpp.cloudservice.benchmarks.peers;

import canon.cpp.cloudservice.benchmarks.generated.retrofit.UsersApi;
import canon.cpp.cloudservice.benchmarks.generated.retrofit.invoker.ApiClient;
import canon.cpp.cloudservice.benchmarks.generated.retrofit.model.AddUserRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;

/** The generated client on Retrofit. */
final class GeneratedRetrofit implements Client {
  private final UsersApi users;

  GeneratedRetrofit(URI address) {
    ApiClient client = new ApiClient("bearer");
    client.setBearerToken(TOKEN);
    client.getAdapterBuilder().baseUrl(address + "/");
    users = client.createService(UsersApi.class);
  }

  @Override
  public Object get() throws IOException {
    return Objects.requireNonNull(users.getUser(USER_ID, null, null).execute().body());
  }

  @Override
  public Object add() throws IOException {
    AddUserRequest request = new AddUserRequest().email(NEW_ADDRESS);
    String key = UUID.randomUUID().toString();
    return Objects.requireNonNull(users.addUser(key, request, null, null).execute().body());
  }

  @Override
  public Object list(int pageSize) throws IOException {
    return Objects.requireNonNull(
        users.listUsers(null, null, null, null, null, pageSize, null).execute().body());
  }
}
