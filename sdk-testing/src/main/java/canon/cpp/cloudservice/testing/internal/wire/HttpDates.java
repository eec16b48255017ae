package canon.cpp.cloudservice.testing.internal.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats dates for HTTP headers, in whole seconds. */
public final class HttpDates {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private HttpDates() {}

  /** Returns whether the instant can be formatted: the year must have four digits. */
  public static boolean canName(Instant instant) {
    return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
  }

  /** Returns the nearest instant that can be formatted. */
  public static Instant nearest(Instant instant) {
    return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
  }

  /** Formats the instant, rounded up to whole seconds, so that a retry is never too early. */
  public static String notBefore(Instant instant) {
    return FORMAT.format(instant.plusNanos(999_999_999));
  }

  /** Formats the instant, rounded down to whole seconds. */
  public static String of(Instant instant) {
    return FORMAT.format(instant);
  }

  public static Instant parse(String date) {
    return Instant.from(FORMAT.parse(date));
  }
}
