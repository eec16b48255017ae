package canon.cpp.cloudservice.examples.remotecontrol;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads Microsoft's public keys through the proxy and with the trust anchors of the host. */
final class TransportRetriever implements ResourceRetriever {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final HttpTransport network;

  TransportRetriever(HttpTransport network) {
    this.network = network;
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    HttpResponse response;
    try {
      response = network.send(HttpRequest.of("GET", URI.create(url.toString()), TIMEOUT));
    } catch (HttpTransportException e) {
      throw new IOException("The public keys cannot be read: " + e.reason(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while the public keys were read");
    }
    if (response.status() != 200) {
      throw new IOException("The public keys cannot be read: status " + response.status());
    }
    return new Resource(
        new String(response.body(), StandardCharsets.UTF_8),
        response.headers().first("Content-Type").orElse("application/json"));
  }
}
