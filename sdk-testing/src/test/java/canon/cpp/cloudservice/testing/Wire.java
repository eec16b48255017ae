package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends requests exactly as written, for one account, without the client. */
final class Wire {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger KEYS = new AtomicInteger();

  private final FakeEndpoint endpoint;
  private final Map<String, String> headers;

  private Wire(FakeEndpoint endpoint, Map<String, String> headers) {
    this.endpoint = endpoint;
    this.headers = headers;
  }

  static Wire anonymous(FakeCloudService fake) {
    return new Wire(fake.inProcess(), Map.of());
  }

  static Wire as(FakeCloudService fake, String email) {
    return as(fake, FakeAccount.of(email));
  }

  static Wire as(FakeCloudService fake, FakeAccount account) {
    return anonymous(fake).with(fake.tokenFor(account));
  }

  static Wire through(FakeEndpoint endpoint, String email) {
    return new Wire(endpoint, Map.of()).with(endpoint.tokenFor(email));
  }

  Wire with(AccessToken token) {
    return with("Authorization", "Bearer " + token.value());
  }

  Wire with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Wire(endpoint, more);
  }

  Wire key(String idempotencyKey) {
    return with("Idempotency-Key", idempotencyKey);
  }

  Answer get(String target) {
    return await(send("GET", target, null));
  }

  Answer delete(String target) {
    return await(keyed().send("DELETE", target, null));
  }

  Answer post(String target) {
    return await(keyed().send("POST", target, null));
  }

  /** Single quotes in the JSON stand for double ones. */
  Answer post(String target, String json) {
    return await(postAsync(target, json));
  }

  CompletableFuture<Answer> postAsync(String target, String json) {
    Wire typed =
        headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
    return typed.keyed().send("POST", target, json.replace('\'', '"'));
  }

  CompletableFuture<Answer> deleteAsync(String target) {
    return keyed().send("DELETE", target, null);
  }

  CompletableFuture<Answer> callAsync(String method, String target) {
    return send(method, target, null);
  }

  Answer call(String method, String target) {
    return await(send(method, target, null));
  }

  private Wire keyed() {
    return headers.containsKey("Idempotency-Key") ? this : key("key-" + KEYS.incrementAndGet());
  }

  private CompletableFuture<Answer> send(String method, String target, String body) {
    URI uri = URI.create(endpoint.address() + target);
    HttpRequest request = HttpRequest.of(method, uri, Duration.ofSeconds(10)).withHeaders(headers);
    if (body != null) {
      request = request.withBody(body.getBytes(StandardCharsets.UTF_8));
    }
    HttpTransport transport = endpoint.transport();
    return transport.sendAsync(request).thenApply(Answer::new);
  }

  private static Answer await(CompletableFuture<Answer> answer) {
    return answer.join();
  }

  /** A response, with shortcuts to its parts. */
  static final class Answer {
    private final HttpResponse response;

    Answer(HttpResponse response) {
      this.response = response;
    }

    int status() {
      return response.status();
    }

    String header(String name) {
      return response.headers().first(name).orElse(null);
    }

    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Status and code, such as {@code 409 last-administrator}. */
    String problem() {
      return status() + " " + json().path("code").asText();
    }

    /** The field errors, such as {@code email: blank}. */
    String[] fieldErrors() {
      JsonNode errors = json().path("errors");
      String[] all = new String[errors.size()];
      Iterator<JsonNode> each = errors.elements();
      for (int i = 0; i < all.length; i++) {
        JsonNode error = each.next();
        all[i] = error.path("field").asText() + ": " + error.path("code").asText();
      }
      return all;
    }

    @Override
    public String toString() {
      return status() + " " + text();
    }
  }
}
