package canon.cpp.cloudservice.jackson;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A host application that adds a user; loaded with the Jackson of a test. */
public final class JacksonHost implements Callable<String> {
  private static final String ADDED =
      """
      {"user": {"id": "usr_1", "email": "john@contoso.com", "canonicalEmail": "john@contoso.com",
        "administrator": "none", "applications": [], "addedAt": "2031-05-06T07:08:09Z"},
       "changes": []}
      """;

  @Override
  public String call() {
    Canned transport = new Canned();
    try (CloudServiceClient client =
        CloudServiceClient.builder(URI.create("https://service.example"))
            .transport(transport)
            .build()) {
      String email =
          client.withToken("token").users().add("john@contoso.com").execute().user().email();
      return transport.sent + " → " + email;
    }
  }

  private static final class Canned implements HttpTransport {
    private String sent = "";

    @Override
    public HttpResponse send(HttpRequest request) {
      sent = new String(request.body(), StandardCharsets.UTF_8);
      return new HttpResponse(
          200,
          HttpHeaders.of(Map.of("Content-Type", List.of("application/json"))),
          ADDED.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
      return CompletableFuture.completedFuture(send(request));
    }

    @Override
    public void close() {}
  }
}
