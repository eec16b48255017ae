package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After} in both its forms. */
public final class RetryAfter {
  private static final int MAX_DIGITS = 9;

  /** What hosts can add to the time of day without an overflow. */
  private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

  private RetryAfter() {}

  /** How long the service asks to wait, or null if it does not say so intelligibly. */
  public static @Nullable Duration read(HttpHeaders headers, Clock clock) {
    String text = headers.first("Retry-After").orElse("").trim();
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text.length() > MAX_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(text));
    }
    Instant until = HttpDates.read(text);
    if (until == null) {
      return null;
    }
    // The service's own idea of now, because the machine's clock may be wrong.
    Instant sent = HttpDates.read(headers.first("Date").orElse(""));
    Duration wait = Duration.between(sent == null ? clock.instant() : sent, until);
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    // The JDK reads years of up to nine digits.
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
