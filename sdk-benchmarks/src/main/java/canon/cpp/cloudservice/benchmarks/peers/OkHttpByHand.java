package canon.cpp.cloudservice.benchmarks.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Calls written by hand on OkHttp, with the decoder of {@link HandWritten}. */
final class OkHttpByHand implements Client {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final byte[] NEW_USER = ("{\"email\":\"" + NEW_ADDRESS + "\"}").getBytes(UTF_8);
  private static final int IN_FLIGHT = 64;

  private final String address;
  private final OkHttpClient client;

  OkHttpByHand(URI address) {
    this.address = address.toString();
    client = new OkHttpClient();
    client.dispatcher().setMaxRequestsPerHost(IN_FLIGHT);
  }

  @Override
  public Object get() throws IOException {
    return HandWritten.user(send(request("/v1/users/" + USER_ID)));
  }

  @Override
  public Object add() throws IOException {
    return HandWritten.addedUser(
        send(request("/v1/users").post(RequestBody.create(NEW_USER, JSON))));
  }

  @Override
  public Object list(int pageSize) throws IOException {
    return HandWritten.page(send(request("/v1/users?pageSize=" + pageSize)));
  }

  @Override
  public CompletableFuture<?> getAsync() {
    CompletableFuture<Object> result = new CompletableFuture<>();
    client
        .newCall(request("/v1/users/" + USER_ID).build())
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException failure) {
                result.completeExceptionally(failure);
              }

              @Override
              public void onResponse(Call call, Response response) {
                try (response) {
                  result.complete(HandWritten.user(response.body().bytes()));
                } catch (IOException e) {
                  result.completeExceptionally(e);
                }
              }
            });
    return result;
  }

  private Request.Builder request(String target) {
    return new Request.Builder()
        .url(address + target)
        .header("Authorization", "Bearer " + TOKEN)
        .header("Accept", "application/json");
  }

  private byte[] send(Request.Builder request) throws IOException {
    try (Response response = client.newCall(request.build()).execute()) {
      return response.body().bytes();
    }
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
