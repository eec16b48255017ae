package canon.cpp.cloudservice.internal.observe;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.values.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs requests and responses at TRACE. Shows only the headers and query parameters on an
 * allow-list, and never a body. Paths and other query parameters may contain e-mail addresses, so
 * they are shown only if the host allows it.
 */
final class ExchangeLog {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice.http");
  private static final List<String> REQUEST_HEADERS =
      List.of("Accept", "Content-Type", "User-Agent", "traceparent");
  private static final List<String> RESPONSE_HEADERS =
      List.of(
          "Content-Type",
          "Content-Length",
          "Date",
          "Deprecation",
          "Idempotency-Replayed",
          "Retry-After",
          "Sunset",
          "Via",
          "X-Request-Id");
  private static final List<String> QUERY_PARAMETERS =
      List.of("application", "pageSize", "remoteControlState", "state");

  private final boolean revealAddresses;

  ExchangeLog(boolean revealAddresses) {
    this.revealAddresses = revealAddresses;
  }

  void sending(Operation<?> operation, HttpRequest request) {
    if (LOG.isTraceEnabled()) {
      LOG.trace(
          "> {} {} {}",
          operation.id().method(),
          revealAddresses ? Printable.cut(operation.target()) : shownTarget(operation),
          REQUEST_HEADERS.stream()
              .filter(request.headers()::containsKey)
              .map(name -> name + ": " + request.headers().get(name))
              .collect(Collectors.joining(", ", "[", "]")));
    }
  }

  void received(Operation<?> operation, HttpResponse response) {
    if (LOG.isTraceEnabled()) {
      LOG.trace(
          "< {} {}, {} bytes {}",
          operation.name(),
          response.status(),
          response.body().length,
          RESPONSE_HEADERS.stream()
              .filter(name -> response.headers().first(name).isPresent())
              .map(name -> name + ": " + Printable.cut(response.headers().first(name).orElse("")))
              .collect(Collectors.joining(", ", "[", "]")));
    }
  }

  private static String shownTarget(Operation<?> operation) {
    int query = operation.target().indexOf('?');
    return query < 0
        ? operation.id().pathTemplate()
        : operation.id().pathTemplate()
            + Arrays.stream(operation.target().substring(query + 1).split("&", -1))
                .map(ExchangeLog::shownParameter)
                .collect(Collectors.joining("&", "?", ""));
  }

  private static String shownParameter(String parameter) {
    String name = parameter.substring(0, parameter.indexOf('='));
    return QUERY_PARAMETERS.contains(name) ? parameter : name + "=…";
  }
}
