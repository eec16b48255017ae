package canon.cpp.cloudservice.internal.observe;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.internal.values.Printable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Warns once for each operation of a client that the service reports as deprecated ({@code
 * Deprecation}, RFC 9745, and {@code Sunset}, RFC 8594).
 */
final class DeprecationWarnings {
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  /** Returns the warning to log, or null. */
  @Nullable String check(String operation, HttpHeaders headers) {
    String deprecation = headers.first("Deprecation").orElse("");
    String sunset = headers.first("Sunset").orElse("");
    if ((deprecation.isEmpty() && sunset.isEmpty()) || !warned.add(operation)) {
      return null;
    }
    return "The service reports that "
        + operation
        + " is deprecated"
        + (deprecation.isEmpty() ? "" : " since " + Printable.cut(deprecation))
        + (sunset.isEmpty() ? "" : " and ends on " + Printable.cut(sunset))
        + ". Check for a newer version of this library.";
  }
}
