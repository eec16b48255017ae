package canon.cpp.cloudservice.testing.internal.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as HTTP writes them, in whole seconds. */
public final class HttpDates {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private HttpDates() {}

  /** Whether it can be written: a year has four digits. */
  public static boolean canName(Instant instant) {
    return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
  }

  /** The nearest moment that can be written. */
  public static Instant nearest(Instant instant) {
    return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
  }

  /** The first whole second that is not before the instant: coming too early would be wrong. */
  public static String notBefore(Instant instant) {
    return FORMAT.format(instant.plusNanos(999_999_999));
  }

  /** The second that the instant is in, as servers date their answers. */
  public static String of(Instant instant) {
    return FORMAT.format(instant);
  }

  public static Instant parse(String date) {
    return Instant.from(FORMAT.parse(date));
  }
}
