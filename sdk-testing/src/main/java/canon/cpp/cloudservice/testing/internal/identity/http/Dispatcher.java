package canon.cpp.cloudservice.testing.internal.identity.http;

import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.internal.identity.text.Html;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Handles every request: applies a fault or calls the endpoint, then writes the log. */
public final class Dispatcher implements WebHandler {
  private final Clock clock;
  private final IdentityFaultRules faults;
  private final IdentityLogBook log;
  private final List<Route> routes;

  public Dispatcher(
      Clock clock, IdentityFaultRules faults, IdentityLogBook log, List<Route> routes) {
    this.clock = clock;
    this.faults = faults;
    this.log = log;
    this.routes = List.copyOf(routes);
  }

  @Override
  public WebResponse answer(WebRequest request) {
    Instant at = clock.instant();
    List<Route> here = routes.stream().filter(r -> r.match(request.path()).isPresent()).toList();
    IdentityEndpoint endpoint = here.isEmpty() ? IdentityEndpoint.OTHER : here.get(0).endpoint();
    WebResponse answer = faulty(endpoint, request, here);
    log.write(request, at, endpoint, answer);
    return answer;
  }

  private WebResponse faulty(IdentityEndpoint endpoint, WebRequest request, List<Route> here) {
    Optional<IdentityFaultEffect> effect = faults.take(endpoint, request);
    try {
      return effect.isPresent()
          ? effect.get().answer(request, () -> routed(request, here))
          : routed(request, here);
    } catch (WebErrorException rejection) {
      return rejection.toAnswer(request, clock.instant());
    } catch (RuntimeException e) {
      // An error of the fake itself. It must not look like a response of the provider.
      return WebResponse.page(500, "The fake failed", Html.paragraph(e.toString()));
    }
  }

  private static WebResponse routed(WebRequest request, List<Route> here) {
    if (here.isEmpty()) {
      return WebResponse.page(404, "Not found", Html.paragraph("The fake has no such endpoint."));
    }
    for (Route route : here) {
      if (route.isFor(request.method())) {
        Map<String, String> variables = route.match(request.path()).orElseThrow();
        return route.answer(request.with(variables));
      }
    }
    return WebResponse.page(
        405, "Not allowed", Html.paragraph("The endpoint takes no such method."));
  }
}
