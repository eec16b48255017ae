package canon.cpp.cloudservice.internal.observe;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.internal.values.Printable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Warns, once for each operation of a client, when the service says that it will go away ({@code
 * Deprecation}, RFC 9745, and {@code Sunset}, RFC 8594).
 */
public final class DeprecationWarnings {
  private final Consumer<String> warning;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  public DeprecationWarnings() {
    this(LoggerFactory.getLogger("canon.cpp.cloudservice")::warn);
  }

  DeprecationWarnings(Consumer<String> warning) {
    this.warning = warning;
  }

  public void look(String operation, HttpHeaders headers) {
    String deprecation = headers.first("Deprecation").orElse("");
    String sunset = headers.first("Sunset").orElse("");
    if ((!deprecation.isEmpty() || !sunset.isEmpty()) && warned.add(operation)) {
      warning.accept(
          "The service says that "
              + operation
              + " is deprecated"
              + (deprecation.isEmpty() ? "" : " since " + Printable.cut(deprecation))
              + (sunset.isEmpty() ? "" : " and ends on " + Printable.cut(sunset))
              + ". Look for a newer version of this library.");
    }
  }
}
