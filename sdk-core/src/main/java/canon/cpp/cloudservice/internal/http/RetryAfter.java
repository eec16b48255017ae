package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After} in both its forms. */
public final class RetryAfter {
  private static final int MAX_DIGITS = 9;

  /** The longest value that callers can add to the current time without an overflow. */
  private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

  private RetryAfter() {}

  /** Returns the delay that the service requests, or null if the header is missing or malformed. */
  public static @Nullable Duration read(HttpHeaders headers, Clock clock) {
    String text = headers.first("Retry-After").orElse("").trim();
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text.length() > MAX_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(text));
    }
    Instant until = HttpDates.read(text);
    if (until == null) {
      return null;
    }
    // The Date header of the response is preferred, because this machine's clock may be wrong.
    Instant sent = HttpDates.read(headers.first("Date").orElse(""));
    Duration wait = Duration.between(sent == null ? clock.instant() : sent, until);
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    // The JDK parses years of up to nine digits.
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
