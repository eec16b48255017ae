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
 * Logs requests and answers at TRACE. Only headers and query parameters on a list are shown, bodies
 * never; paths and all query parameters, which name people, only if the host has said so.
 */
public final class ExchangeLog {
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

  public ExchangeLog(boolean revealAddresses) {
    this.revealAddresses = revealAddresses;
  }

  public void sending(Operation<?> operation, HttpRequest request) {
    if (LOG.isTraceEnabled()) {
      LOG.trace(
          "> {} {} {}",
          operation.method(),
          revealAddresses ? Printable.cut(operation.target()) : shownTarget(operation),
          REQUEST_HEADERS.stream()
              .filter(request.headers()::containsKey)
              .map(name -> name + ": " + request.headers().get(name))
              .collect(Collectors.joining(", ", "[", "]")));
    }
  }

  public void received(Operation<?> operation, HttpResponse response) {
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
        ? operation.pathTemplate()
        : operation.pathTemplate()
            + Arrays.stream(operation.target().substring(query + 1).split("&", -1))
                .map(ExchangeLog::shownParameter)
                .collect(Collectors.joining("&", "?", ""));
  }

  private static String shownParameter(String parameter) {
    String name = parameter.substring(0, parameter.indexOf('='));
    return QUERY_PARAMETERS.contains(name) ? parameter : name + "=…";
  }
}
