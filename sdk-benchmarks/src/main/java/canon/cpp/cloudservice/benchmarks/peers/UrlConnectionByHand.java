package canon.cpp.cloudservice.benchmarks.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Calls written by hand on {@code HttpURLConnection}, with the decoder of {@link HandWritten}. */
final class UrlConnectionByHand implements Client {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final byte[] NEW_USER = ("{\"email\":\"" + NEW_ADDRESS + "\"}").getBytes(UTF_8);

  private final URI address;

  UrlConnectionByHand(URI address) {
    this.address = address;
  }

  @Override
  public Object get() throws IOException {
    return HandWritten.user(body(open("/v1/users/" + USER_ID)));
  }

  @Override
  public Object add() throws IOException {
    HttpURLConnection connection = open("/v1/users");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    try (OutputStream output = connection.getOutputStream()) {
      output.write(NEW_USER);
    }
    return HandWritten.addedUser(body(connection));
  }

  @Override
  public Object list(int pageSize) throws IOException {
    return HandWritten.page(body(open("/v1/users?pageSize=" + pageSize)));
  }

  private HttpURLConnection open(String target) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) address.resolve(target).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setRequestProperty("Authorization", "Bearer " + TOKEN);
    connection.setRequestProperty("Accept", "application/json");
    return connection;
  }

  private static byte[] body(HttpURLConnection connection) throws IOException {
    try (InputStream input = connection.getInputStream()) {
      return input.readAllBytes();
    }
  }
}
