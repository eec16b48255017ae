package canon.cpp.cloudservice.testing.internal.identity.http;

import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import canon.cpp.cloudservice.testing.internal.faults.CountedRules;
import canon.cpp.cloudservice.testing.internal.html.Html;
import canon.cpp.cloudservice.testing.internal.log.BoundedLog;
import canon.cpp.cloudservice.testing.internal.server.WebErrorException;
import canon.cpp.cloudservice.testing.internal.server.WebHandler;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.RouteTable;
import canon.cpp.cloudservice.testing.internal.wire.RouteTable.Match;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes each request through the faults to its endpoint, and logs it. */
public final class Dispatcher implements WebHandler {
  private final Clock clock;
  private final CountedRules<RoutedRequest, IdentityFaultEffect> faults;
  private final BoundedLog<IdentityRequest> log;
  private final RouteTable<Route> routes;

  public Dispatcher(
      Clock clock,
      CountedRules<RoutedRequest, IdentityFaultEffect> faults,
      BoundedLog<IdentityRequest> log,
      List<Route> routes) {
    this.clock = clock;
    this.faults = faults;
    this.log = log;
    this.routes = new RouteTable<>(routes);
  }

  @Override
  public WebResponse handle(WebRequest request) {
    Instant at = clock.instant();
    List<Match<Route>> matches = routes.at(request.rawPath()).toList();
    IdentityEndpoint endpoint =
        matches.isEmpty() ? IdentityEndpoint.OTHER : matches.get(0).route().endpoint();
    WebResponse response = respond(endpoint, request, matches);
    log.add(request.number(), entry(request, at, endpoint, response));
    return response;
  }

  private WebResponse respond(
      IdentityEndpoint endpoint, WebRequest request, List<Match<Route>> matches) {
    Optional<IdentityFaultEffect> effect = faults.take(new RoutedRequest(endpoint, request));
    try {
      return effect.isPresent()
          ? effect.get().apply(request, () -> route(request, matches))
          : route(request, matches);
    } catch (WebErrorException rejection) {
      return rejection.toResponse(request, clock.instant());
    } catch (RuntimeException e) {
      // An error of the fake itself must not look like a response of the provider.
      return WebResponse.page(500, "The fake failed", Html.paragraph(e.toString()));
    }
  }

  private static WebResponse route(WebRequest request, List<Match<Route>> matches) {
    if (matches.isEmpty()) {
      return WebResponse.page(404, "Not found", Html.paragraph("The fake has no such endpoint."));
    }
    for (Match<Route> match : matches) {
      if (match.route().method().equals(request.method())) {
        return match.route().handler().handle(request.with(match.rawParts()));
      }
    }
    return WebResponse.page(
        405,
        "Method not allowed",
        Html.paragraph("The endpoint does not support the method " + request.method() + "."));
  }

  private static IdentityRequest entry(
      WebRequest request, Instant at, IdentityEndpoint endpoint, WebResponse response) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(request.query().toMap());
    parameters.putAll(request.form().toMap());
    return new IdentityRequest(
        request.number(),
        at,
        endpoint,
        request.method(),
        request.path(),
        parameters,
        request.headers().asMap(),
        response.status(),
        response.error().orElse(null));
  }
}
