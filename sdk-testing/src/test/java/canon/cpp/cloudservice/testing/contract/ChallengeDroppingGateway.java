package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Makes a service differ in one point: rejections to remove a printer have no challenge. */
record ChallengeDroppingGateway(HttpTransport transport) implements HttpTransport {
  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    return changed(request, transport.send(request));
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    return transport.sendAsync(request).thenApply(response -> changed(request, response));
  }

  private static HttpResponse changed(HttpRequest request, HttpResponse response) {
    if (!request.method().equals("DELETE") || !request.uri().getPath().contains("/printers/")) {
      return response;
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.headers().asMap());
    headers.remove("WWW-Authenticate");
    return new HttpResponse(response.status(), HttpHeaders.of(headers), response.body());
  }

  @Override
  public void close() {
    transport.close();
  }
}
