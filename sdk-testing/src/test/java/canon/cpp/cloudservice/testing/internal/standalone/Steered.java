package canon.cpp.cloudservice.testing.internal.standalone;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.testing.contract.Contract;
import canon.cpp.cloudservice.testing.contract.ValidatingTransport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A fake at a port, controlled over HTTP; every request and response is checked against its
 * contract.
 */
public final class Steered implements AutoCloseable {
  static final Path SEED = Path.of("..", "docs", "fake-seed.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StandaloneServer server;
  private final HttpTransport transport = HttpTransport.jdk().build();
  private final HttpTransport steering = new ValidatingTransport(transport, Contract.ofSteering());
  private final HttpTransport service = new ValidatingTransport(transport);

  public Steered() {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      server = StandaloneServer.start(SeedFile.read(SEED), anyPort, List.of(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public StandaloneServer server() {
    return server;
  }

  /**
   * Sends a request to the admin API; single quotes in the JSON stand for double ones, null for no
   * body.
   */
  public Reply steer(String method, String path, String json) {
    return send(steering, method, "/_fake" + path, json, Map.of()).join();
  }

  /** Sends a request to the admin API with exactly this JSON. */
  public Reply steerExactly(String method, String path, String json) {
    return sendExactly(steering, method, "/_fake" + path, json, Map.of()).join();
  }

  /** Sends a request to the service for the administrator. */
  public Reply ask(String method, String path, String json) {
    return askAsync(method, path, json, "key").join();
  }

  CompletableFuture<Reply> askAsync(String method, String path, String json, String key) {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer dev-token", "Idempotency-Key", key);
    return send(service, method, path, json, headers);
  }

  Reply askWith(String token, String path) {
    return send(service, "GET", path, null, Map.of("Authorization", "Bearer " + token)).join();
  }

  /** Sends a request to the service for the administrator, and returns its Retry-After. */
  String retryAfter(String path) {
    HttpRequest request =
        HttpRequest.of("GET", server.address().resolve(path), Duration.ofSeconds(20))
            .withHeaders(Map.of("Authorization", "Bearer dev-token"));
    return service.sendAsync(request).join().headers().first("Retry-After").orElseThrow();
  }

  private CompletableFuture<Reply> send(
      HttpTransport through, String method, String path, String json, Map<String, String> headers) {
    String exact = json == null ? null : json.replace('\'', '"');
    return sendExactly(through, method, path, exact, headers);
  }

  private CompletableFuture<Reply> sendExactly(
      HttpTransport through, String method, String path, String json, Map<String, String> headers) {
    HttpRequest request =
        HttpRequest.of(method, server.address().resolve(path), Duration.ofSeconds(20));
    Map<String, String> all = new LinkedHashMap<>(headers);
    if (json != null) {
      all.put("Content-Type", "application/json");
      request = request.withBody(json.getBytes(StandardCharsets.UTF_8));
    }
    return through.sendAsync(request.withHeaders(all)).thenApply(Reply::of);
  }

  @Override
  public void close() {
    transport.close();
    server.close();
  }

  /** A response. */
  public record Reply(int status, String text) {
    static Reply of(HttpResponse response) {
      return new Reply(response.status(), new String(response.body(), StandardCharsets.UTF_8));
    }

    public JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Status and code, such as {@code 409 time-runs-forward}. */
    String problem() {
      return status + " " + json().path("code").asText();
    }

    String detail() {
      return json().path("detail").asText();
    }
  }

  void awaitHeld() {
    while (!steer("GET", "/faults", null).json().at("/faults/0/holds").asBoolean()) {
      Thread.onSpinWait();
    }
  }
}
