package canon.cpp.cloudservice.testing.internal.identity.http;

import canon.cpp.cloudservice.testing.internal.identity.text.Html;
import canon.cpp.cloudservice.testing.internal.identity.text.Json;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What a fault does to a request. */
@FunctionalInterface
public interface Effect {
  WebAnswer answer(WebRequest request, Supplier<WebAnswer> endpoint);

  static Effect instead(WebAnswer answer) {
    return (request, endpoint) -> answer;
  }

  static Effect refuse(Refusal refusal) {
    return (request, endpoint) -> {
      throw refusal;
    };
  }

  static Effect error(int status, String error) {
    return instead(WebAnswer.json(status, Json.object().put("error", error)));
  }

  static Effect proxyPage(int status) {
    return instead(
        WebAnswer.page(
                status,
                "Access denied",
                Html.paragraph("The proxy of the company does not let this request through."))
            .with("Via", "1.1 proxy.contoso.com"));
  }

  static Effect redirect(int status, URI location) {
    return instead(WebAnswer.redirect(status, location));
  }

  static Effect drop() {
    return instead(WebAnswer.dropped());
  }

  /** Holds the request before the endpoint sees it. */
  static Effect hold(CompletableFuture<Void> reached, CompletableFuture<Void> gate) {
    return (request, endpoint) -> {
      reached.complete(null);
      try {
        gate.join();
      } catch (CancellationException e) {
        return WebAnswer.dropped(); // The fake is being closed.
      }
      return endpoint.get();
    };
  }
}
