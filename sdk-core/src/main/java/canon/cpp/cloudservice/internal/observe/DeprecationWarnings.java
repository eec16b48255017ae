package canon.cpp.cloudservice.internal.observe;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.internal.values.Printable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Warns once for each operation of a client that the service reports as deprecated ({@code
 * Deprecation}, RFC 9745, and {@code Sunset}, RFC 8594).
 */
final class DeprecationWarnings {
  private final Consumer<String> warning;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  DeprecationWarnings() {
    this(LoggerFactory.getLogger("canon.cpp.cloudservice")::warn);
  }

  DeprecationWarnings(Consumer<String> warning) {
    this.warning = warning;
  }

  void check(String operation, HttpHeaders headers) {
    String deprecation = headers.first("Deprecation").orElse("");
    String sunset = headers.first("Sunset").orElse("");
    if ((!deprecation.isEmpty() || !sunset.isEmpty()) && warned.add(operation)) {
      warning.accept(
          "The service reports that "
              + operation
              + " is deprecated"
              + (deprecation.isEmpty() ? "" : " since " + Printable.cut(deprecation))
              + (sunset.isEmpty() ? "" : " and ends on " + Printable.cut(sunset))
              + ". Check for a newer version of this library.");
    }
  }
}
