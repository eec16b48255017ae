package canon.cpp.cloudservice.benchmarks;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.SiteSeed;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * A page of users that is already in memory: a whole call of the client, compared with Jackson
 * alone on the same bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PageBenchmark {
  private static final String ADMIN = "admin@contoso.com";

  /** The number of users on the page. */
  @Param({"1", "1000"})
  public int users;

  private final ObjectMapper jackson = new ObjectMapper();
  private byte[] body = new byte[0];
  private CloudServiceClient client;

  /** Written by hand for Jackson, with dates as text. */
  record UserRecord(
      String id,
      String email,
      String canonicalEmail,
      String administrator,
      List<Map<String, String>> applications,
      String addedAt) {}

  record PageRecord(List<UserRecord> items, String nextPageToken) {}

  @Setup
  public void read() throws InterruptedException {
    try (FakeCloudService fake = FakeCloudService.builder().site(this::seed).build()) {
      HttpRequest request =
          HttpRequest.of(
                  "GET",
                  fake.inProcess().address().resolve("/v1/users?pageSize=" + users),
                  Duration.ofSeconds(30))
              .withHeader("Authorization", "Bearer " + fake.inProcess().tokenFor(ADMIN).value());
      body = fake.inProcess().transport().send(request).body();
    }
    HttpResponse answer =
        new HttpResponse(
            200, HttpHeaders.of(Map.of("content-type", List.of("application/json"))), body);
    client =
        CloudServiceClient.builder(URI.create("https://service.invalid"))
            .transport(new Ready(answer))
            .build()
            .withToken(AccessToken.of("not-a-real-token"));
  }

  private void seed(SiteSeed site) {
    site.administrator(ADMIN);
    for (int i = 1; i < users; i++) {
      site.user("user" + i + "@contoso.com");
    }
  }

  @Benchmark
  public Object call() {
    return client.users().list().pages().iterator().next();
  }

  @Benchmark
  public Object jacksonTree() throws IOException {
    return jackson.readTree(body);
  }

  @Benchmark
  public Object jacksonRecords() throws IOException {
    return jackson.readValue(body, PageRecord.class);
  }

  /** Returns the response at once. */
  private record Ready(HttpResponse answer) implements HttpTransport {
    @Override
    public HttpResponse send(HttpRequest request) {
      return answer;
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
      return CompletableFuture.completedFuture(answer);
    }

    @Override
    public void close() {}
  }
}
