package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Checks every request and response against the contract. An invalid request must be rejected; an
 * invalid response always fails. Requests outside the contract must be rejected.
 */
public final class ValidatingTransport implements HttpTransport {
  private final HttpTransport transport;
  private final Contract contract;

  public ValidatingTransport(HttpTransport transport) {
    this(transport, Contract.load());
  }

  public ValidatingTransport(HttpTransport transport, Contract contract) {
    this.transport = transport;
    this.contract = contract;
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    return checked(request, transport.send(request));
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    return transport.sendAsync(request).thenApply(response -> checked(request, response));
  }

  @Override
  public CompletableFuture<Connectivity> probe(URI address, Duration timeout) {
    return transport.probe(address, timeout);
  }

  @Override
  public void close() {
    transport.close();
  }

  private HttpResponse checked(HttpRequest request, HttpResponse response) {
    if (contract.find(request.method(), path(request)).isEmpty() && response.status() >= 400) {
      return response;
    }
    List<String> wrongInAnswer =
        contract.errorsIn(path(request), Request.Method.valueOf(request.method()), of(response));
    if (!wrongInAnswer.isEmpty()) {
      throw new AssertionError(
          "The response to "
              + request.method()
              + " "
              + request.uri()
              + " breaks the contract: "
              + response.status()
              + " "
              + text(response.body())
              + " "
              + wrongInAnswer);
    }
    List<String> wrongInRequest = contract.errorsIn(of(request));
    if (response.status() < 400 && !wrongInRequest.isEmpty()) {
      throw new AssertionError(
          "A request that violates the contract received the response "
              + response.status()
              + ": "
              + request.method()
              + " "
              + request.uri()
              + " "
              + wrongInRequest);
    }
    return response;
  }

  /** The path in the contract: a service may have a base path of its own. */
  static String path(HttpRequest request) {
    String path = request.uri().getRawPath();
    return path.substring(Math.max(0, path.indexOf("/v1/")));
  }

  private static SimpleRequest of(HttpRequest request) {
    SimpleRequest.Builder copy = new SimpleRequest.Builder(request.method(), path(request));
    request.headers().forEach(copy::withHeader);
    String query = request.uri().getRawQuery();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        int equals = pair.indexOf('=');
        copy.withQueryParam(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    if (request.body() != null) {
      copy.withBody(text(request.body()));
    }
    return copy.build();
  }

  private static SimpleResponse of(HttpResponse response) {
    SimpleResponse.Builder copy = new SimpleResponse.Builder(response.status());
    response.headers().asMap().forEach((name, values) -> copy.withHeader(name, values));
    return copy.withBody(text(response.body())).build();
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
