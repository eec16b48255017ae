package canon.cpp.cloudservice.benchmarks.peers;

import canon.cpp.cloudservice.benchmarks.generated.retrofit.UsersApi;
import canon.cpp.cloudservice.benchmarks.generated.retrofit.invoker.ApiClient;
import canon.cpp.cloudservice.benchmarks.generated.retrofit.model.AddUserRequest;
import canon.cpp.cloudservice.benchmarks.generated.retrofit.model.User;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import okhttp3.Dispatcher;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.HttpException;
import retrofit2.Response;

/** The generated client on Retrofit. */
final class GeneratedRetrofit implements Client {
  private static final int IN_FLIGHT = 64;

  private final UsersApi users;

  GeneratedRetrofit(URI address) {
    ApiClient client = new ApiClient("bearer");
    client.setBearerToken(TOKEN);
    client.getAdapterBuilder().baseUrl(address + "/");
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(IN_FLIGHT);
    client.getOkBuilder().dispatcher(dispatcher);
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

  @Override
  public CompletableFuture<?> getAsync() {
    CompletableFuture<User> result = new CompletableFuture<>();
    users
        .getUser(USER_ID, null, null)
        .enqueue(
            new Callback<>() {
              @Override
              public void onResponse(Call<User> call, Response<User> response) {
                if (response.isSuccessful()) {
                  result.complete(response.body());
                } else {
                  result.completeExceptionally(new HttpException(response));
                }
              }

              @Override
              public void onFailure(Call<User> call, Throwable failure) {
                result.completeExceptionally(failure);
              }
            });
    return result;
  }
}
