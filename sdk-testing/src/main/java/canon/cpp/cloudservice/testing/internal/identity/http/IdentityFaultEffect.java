package canon.cpp.cloudservice.testing.internal.identity.http;

import canon.cpp.cloudservice.testing.internal.html.Html;
import canon.cpp.cloudservice.testing.internal.server.WebErrorException;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The effect of a fault on a request. */
@FunctionalInterface
public interface IdentityFaultEffect {
  WebResponse apply(WebRequest request, Supplier<WebResponse> endpoint);

  static IdentityFaultEffect instead(WebResponse response) {
    return (request, endpoint) -> response;
  }

  static IdentityFaultEffect reject(WebErrorException rejection) {
    return (request, endpoint) -> {
      throw rejection;
    };
  }

  static IdentityFaultEffect error(int status, String error) {
    return instead(WebResponse.json(status, Json.object().put("error", error)));
  }

  static IdentityFaultEffect proxyPage(int status) {
    return instead(
        WebResponse.page(
                status, "Access denied", Html.paragraph("The corporate proxy blocks this request."))
            .with("Via", "1.1 proxy.contoso.com"));
  }

  static IdentityFaultEffect redirect(int status, URI location) {
    return instead(WebResponse.redirect(status, location));
  }

  static IdentityFaultEffect drop() {
    return instead(WebResponse.dropped());
  }

  /** Holds the request before the endpoint handles it. */
  static IdentityFaultEffect hold(CompletableFuture<Void> reached, CompletableFuture<Void> gate) {
    return (request, endpoint) -> {
      reached.complete(null);
      try {
        gate.join();
      } catch (CancellationException e) {
        return WebResponse.dropped(); // The fake closes.
      }
      return endpoint.get();
    };
  }
}
