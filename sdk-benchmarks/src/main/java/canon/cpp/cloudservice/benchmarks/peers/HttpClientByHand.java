package canon.cpp.cloudservice.benchmarks.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls written by hand on the JDK's client, with the decoder of {@link HandWritten}. */
class HttpClientByHand implements Client {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final byte[] NEW_USER = ("{\"email\":\"" + NEW_ADDRESS + "\"}").getBytes(UTF_8);

  private final URI address;
  private final HttpClient client;

  HttpClientByHand(URI address, HttpClient client) {
    this.address = address;
    this.client = client;
  }

  @Override
  public Object get() throws Exception {
    return HandWritten.user(send(request("/v1/users/" + USER_ID)));
  }

  @Override
  public Object add() throws Exception {
    return HandWritten.addedUser(
        send(change("/v1/users").POST(BodyPublishers.ofByteArray(NEW_USER))));
  }

  @Override
  public Object list(int pageSize) throws Exception {
    return HandWritten.page(send(request("/v1/users?pageSize=" + pageSize)));
  }

  @Override
  public CompletableFuture<?> getAsync() {
    return client
        .sendAsync(request("/v1/users/" + USER_ID).build(), BodyHandlers.ofByteArray())
        .thenApply(HttpClientByHand::decode);
  }

  private static Object decode(HttpResponse<byte[]> response) {
    try {
      return HandWritten.user(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpRequest.Builder change(String target) {
    return request(target).header("Content-Type", "application/json");
  }

  HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(address.resolve(target))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + TOKEN)
        .header("Accept", "application/json");
  }

  private byte[] send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofByteArray()).body();
  }
}
