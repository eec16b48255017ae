package canon.cpp.cloudservice.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads RFC 3339 instants. The form that the service sends ({@code 2031-05-06T07:08:09.123Z}) is
 * parsed here, at a fraction of the cost of the JDK's formatter. The JDK parses any other form,
 * after {@link #normalize} has removed what RFC 3339 allows and the JDK does not.
 */
final class Instants {
  private static final int SECONDS_END = 19;
  private static final int MAX_FRACTION_DIGITS = 9;
  private static final int NANOS_LENGTH = 1 + MAX_FRACTION_DIGITS;

  private static final int SHORTEST_MONTH = 28;
  private static final int CYCLE_YEARS = 400;
  private static final int DAYS_TO_1970 = 719_468 + 146_097;

  private Instants() {}

  static Instant parse(String text) {
    int length = text.length();
    if (length <= SECONDS_END
        || length > SECONDS_END + 2 + MAX_FRACTION_DIGITS
        || text.charAt(length - 1) != 'Z'
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || text.charAt(17) == '6') {
      return parseByJdk(text);
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, SECONDS_END);
    int nanos = length == SECONDS_END + 1 ? 0 : fraction(text, length - 1);
    if ((year | month | day | hour | minute | second | nanos) < 0
        || hour > 23
        || minute > 59
        || second > 59) {
      throw new DateTimeException("Not an instant");
    }
    long epochDay = epochDay(year, month, day);
    return Instant.ofEpochSecond(epochDay * 86_400 + hour * 3600L + minute * 60L + second, nanos);
  }

  /** Returns the days since 1970, like LocalDate, but without creating one. */
  private static int epochDay(int year, int month, int day) {
    if (month < 1
        || month > 12
        || day < 1
        || (day > SHORTEST_MONTH && day > Month.of(month).length(Year.isLeap(year)))) {
      throw new DateTimeException("Not an instant");
    }
    // Years are counted from the 1st of March, 400 years early so that none is negative.
    int years = CYCLE_YEARS + (month > 2 ? year : year - 1);
    int months = month > 2 ? month - 3 : month + 9;
    int days = 365 * years + years / 4 - years / 100 + years / CYCLE_YEARS;
    return days + (153 * months + 2) / 5 + day - 1 - DAYS_TO_1970;
  }

  private static Instant parseByJdk(String text) {
    Matcher matcher = Unusual.FORM.matcher(text);
    if (!matcher.matches()) {
      return OffsetDateTime.parse(text).toInstant();
    }
    boolean leapSecond = matcher.group(2).equals("60");
    OffsetDateTime time = OffsetDateTime.parse(normalize(matcher, leapSecond));
    if (!leapSecond) {
      return time.toInstant();
    }
    OffsetDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC);
    if (utc.getHour() != 23 || utc.getMinute() != 59) {
      throw new DateTimeException("Not an instant");
    }
    return utc.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1).toInstant();
  }

  /** Truncates the fraction to nanoseconds, and replaces a leap second by the one before it. */
  private static String normalize(Matcher matcher, boolean leapSecond) {
    String fraction = matcher.group(3);
    String nanos =
        fraction == null ? "" : fraction.substring(0, Math.min(fraction.length(), NANOS_LENGTH));
    String second = leapSecond ? "59" : matcher.group(2);
    return matcher.group(1) + second + nanos + matcher.group(4);
  }

  private static int fraction(String text, int end) {
    if (text.charAt(SECONDS_END) != '.' || end == SECONDS_END + 1) {
      return -1;
    }
    int value = digits(text, SECONDS_END + 1, end);
    for (int i = end - SECONDS_END - 1; i < MAX_FRACTION_DIGITS && value >= 0; i++) {
      value *= 10;
    }
    return value;
  }

  /** Returns the number in a part of the text, or -1 if it has other characters than digits. */
  private static int digits(String text, int start, int end) {
    int value = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** A leap second, or more digits than nanoseconds have. Loaded only when it is needed. */
  private static final class Unusual {
    private static final Pattern FORM =
        Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:)"
                + "(60|[0-5]\\d(?=\\.\\d{10}))"
                + "(\\.\\d{1,100})?"
                + "([Zz]|[+-]\\d\\d:\\d\\d)");
  }
}
