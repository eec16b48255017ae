package canon.cpp.cloudservice.internal.observe;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.internal.values.Printable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns, once for each operation of a client, when the service says that it will go away ({@code
 * Deprecation}, RFC 9745, and {@code Sunset}, RFC 8594).
 */
public final class Sunsets {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice");

  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  public void look(String operation, HttpHeaders headers) {
    String deprecation = headers.first("Deprecation").orElse("");
    String sunset = headers.first("Sunset").orElse("");
    if ((!deprecation.isEmpty() || !sunset.isEmpty()) && warned.add(operation)) {
      LOG.warn(
          "The service says that {} is deprecated{}{}. Look for a newer version of this library.",
          operation,
          deprecation.isEmpty() ? "" : " since " + Printable.cut(deprecation),
          sunset.isEmpty() ? "" : " and ends on " + Printable.cut(sunset));
    }
  }
}
