package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The metadata server of Google's machines, and the transport to it. */
final class MetadataServer implements WorkloadCredentials, HttpTransport {
  private static final String FLAVOR = "Metadata-Flavor";

  private static final int NOT_FOUND = 404;

  private final DirectTransport transport;
  private final String provider;

  MetadataServer(HttpTransport network, String provider) {
    this.transport =
        new DirectTransport(network, URI.create(ComputeEngineCredentials.getMetadataServerUrl()));
    this.provider = provider;
  }

  @Override
  public GoogleCredentials credentials(HttpTransportFactory transport) {
    return ComputeEngineCredentials.newBuilder()
        .setHttpTransportFactory(transport)
        .setUniverseDomain("googleapis.com")
        .build();
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    if (!transport.isNear(request.uri())) {
      return transport.send(request);
    }
    HttpResponse response;
    try {
      response = transport.send(request);
    } catch (HttpTransportException e) {
      if (e.reason() == Reason.CONNECT) {
        throw notHere().cause(e).build();
      }
      throw e;
    }
    if (response.headers().first(FLAVOR).filter("Google"::equals).isEmpty()) {
      throw notHere().build();
    }
    if (response.status() == NOT_FOUND) {
      throw notHere()
          .summary("this machine has no service account")
          .remedy("Attach one to the machine, or use other credentials.")
          .status(NOT_FOUND)
          .build();
    }
    return new HttpResponse(response.status(), asText(response.headers()), response.body());
  }

  /** It declares every text as HTML. */
  private static HttpHeaders asText(HttpHeaders headers) {
    Map<String, List<String>> values = new LinkedHashMap<>(headers.asMap());
    values.keySet().removeIf("Content-Type"::equalsIgnoreCase);
    return HttpHeaders.of(values);
  }

  private AuthenticationExceptionBuilder notHere() {
    return AuthenticationException.builder(AuthenticationErrorKind.UNAVAILABLE)
        .provider(provider)
        .summary("there is no Google metadata server for this machine")
        .remedy(
            "Use other credentials, or set GCE_METADATA_HOST if the server has another" + " name.");
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    return transport.sendAsync(request);
  }

  /** Closes the direct transport, not that of the host application. */
  @Override
  public void close() {
    transport.close();
  }
}
