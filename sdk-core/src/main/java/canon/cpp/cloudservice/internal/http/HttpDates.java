package canon.cpp.cloudservice.internal.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Parses dates in headers. */
public final class HttpDates {
  private HttpDates() {}

  /** Returns the instant, or null if the text is not a date. */
  public static @Nullable Instant read(String text) {
    try {
      return text.isEmpty()
          ? null
          : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
