package canon.cpp.cloudservice.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.http.HttpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole calls over HTTP/1.1 to a server on this machine, beside the same calls written by hand on
 * the same HTTP client, with the decoder of {@link HandWritten}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CallBenchmark {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String TOKEN = "not-a-real-token";
  private static final byte[] NEW_USER = "{\"email\":\"John.Doe0@contoso.com\"}".getBytes(UTF_8);

  /** What is called. */
  @Param({"GET", "ADD", "LIST_100", "LIST_1000"})
  public Operation operation;

  private CannedServer server;
  private HttpTransport jdk;
  private HttpTransport urlConnection;
  private CloudServiceClient onJdk;
  private CloudServiceClient onUrlConnection;
  private HttpClient httpClient;
  private URI uri;

  /** The operations. */
  public enum Operation {
    GET("/v1/users/usr_8h2d6q"),
    ADD("/v1/users"),
    LIST_100("/v1/users?pageSize=100"),
    LIST_1000("/v1/users?pageSize=1000");

    private final String target;

    Operation(String target) {
      this.target = target;
    }
  }

  @Setup
  public void start() throws IOException {
    server = CannedServer.start();
    uri = server.address().resolve(operation.target);
    jdk = HttpTransport.jdk().build();
    urlConnection = HttpTransport.urlConnection().build();
    onJdk = client(jdk);
    onUrlConnection = client(urlConnection);
    httpClient = HttpClient.newBuilder().executor(Runnable::run).build();
  }

  private CloudServiceClient client(HttpTransport transport) {
    return CloudServiceClient.builder(server.address())
        .transport(transport)
        .build()
        .withToken(TOKEN);
  }

  @TearDown
  public void stop() {
    onJdk.close();
    onUrlConnection.close();
    jdk.close();
    urlConnection.close();
    server.close();
  }

  @Benchmark
  public Object sdkOnHttpClient() {
    return call(onJdk);
  }

  @Benchmark
  public Object sdkOnUrlConnection() {
    return call(onUrlConnection);
  }

  private Object call(CloudServiceClient client) {
    return switch (operation) {
      case GET -> client.users().get("usr_8h2d6q").execute();
      case ADD -> client.users().add("John.Doe0@contoso.com").execute();
      case LIST_100 -> client.users().list().pageSize(100).page().execute();
      case LIST_1000 -> client.users().list().pageSize(1000).page().execute();
    };
  }

  @Benchmark
  public Object httpClientByHand() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + TOKEN)
            .header("Accept", "application/json");
    if (operation == Operation.ADD) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(NEW_USER));
    }
    return decoded(httpClient.send(request.build(), BodyHandlers.ofByteArray()).body());
  }

  @Benchmark
  public Object urlConnectionByHand() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout((int) TIMEOUT.toMillis());
    connection.setReadTimeout((int) TIMEOUT.toMillis());
    connection.setRequestProperty("Authorization", "Bearer " + TOKEN);
    connection.setRequestProperty("Accept", "application/json");
    if (operation == Operation.ADD) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      try (OutputStream output = connection.getOutputStream()) {
        output.write(NEW_USER);
      }
    }
    try (InputStream input = connection.getInputStream()) {
      return decoded(input.readAllBytes());
    }
  }

  private Object decoded(byte[] body) throws IOException {
    return switch (operation) {
      case GET -> HandWritten.user(body);
      case ADD -> HandWritten.addedUser(body);
      case LIST_100, LIST_1000 -> HandWritten.page(body);
    };
  }
}
