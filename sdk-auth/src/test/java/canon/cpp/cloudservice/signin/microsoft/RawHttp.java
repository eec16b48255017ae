package canon.cpp.cloudservice.signin.microsoft;

import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** msal4j on a host's transport without this library. */
record RawHttp(HttpTransport transport) implements IHttpClient {
  @Override
  public IHttpResponse send(HttpRequest request) throws InterruptedException {
    var sent =
        canon.cpp.cloudservice.http.HttpRequest.of(
                request.httpMethod().name(),
                URI.create(request.url().toString()),
                Duration.ofSeconds(30))
            .withHeaders(request.headers());
    if (request.body() != null) {
      sent =
          sent.withHeader("Content-Type", "application/x-www-form-urlencoded")
              .withBody(request.body().getBytes(StandardCharsets.UTF_8));
    }
    return new Reply(transport.send(sent));
  }

  private record Reply(HttpResponse response) implements IHttpResponse {
    @Override
    public int statusCode() {
      return response.status();
    }

    @Override
    public Map<String, List<String>> headers() {
      return response.headers().asMap();
    }

    @Override
    public String body() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }
  }
}
