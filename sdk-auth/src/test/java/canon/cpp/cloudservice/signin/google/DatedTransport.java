package canon.cpp.cloudservice.signin.google;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Sets {@code Date} of each response to the fake's time; the JDK's server sets the machine's. */
record DatedTransport(HttpTransport network, Clock clock) implements HttpTransport {

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    HttpResponse response = network.send(request);
    Map<String, List<String>> headers = new LinkedHashMap<>(response.headers().asMap());
    headers.keySet().removeIf("Date"::equalsIgnoreCase);
    headers.put(
        "Date",
        List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC))));
    return new HttpResponse(response.status(), HttpHeaders.of(headers), response.body());
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    throw new UnsupportedOperationException("Sign-in blocks");
  }

  @Override
  public void close() {
    network.close();
  }
}
