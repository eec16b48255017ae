package canon.cpp.cloudservice.internal.diagnosis;

import static canon.cpp.cloudservice.diagnosis.CheckKind.CLOCK;

import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.http.HttpDates;
import java.time.Duration;
import java.time.Instant;

/** Compares this machine's clock with the {@code Date} of a response, whatever its status. */
final class ClockCheck {
  private ClockCheck() {}

  static void add(Findings findings, HttpResponse response, Instant now, boolean isService) {
    Instant date = HttpDates.read(response.headers().first("Date").orElse(""));
    if (date == null) {
      findings.skipped(CLOCK, "the response has no Date header", "");
      return;
    }
    String other = isService ? "the service's" : "the responding server's";
    Duration behind = Duration.between(now, date);
    if (behind.abs().compareTo(Diagnosis.CLOCK_TOLERANCE) <= 0) {
      findings.ok(CLOCK, Duration.ZERO, "this machine's clock agrees with " + other);
      return;
    }
    findings.add(
        CLOCK,
        CheckState.WARNING,
        Duration.ZERO,
        "this machine's clock is "
            + format(behind.abs())
            + (behind.isNegative() ? " ahead of " : " behind ")
            + other,
        "Set this machine's clock: tokens and certificates are checked against it.");
  }

  /** Formats a duration in its two largest units. */
  private static String format(Duration duration) {
    long seconds = duration.getSeconds();
    long minutes = seconds / 60;
    long hours = minutes / 60;
    if (hours >= 24) {
      return hours / 24 + " d " + hours % 24 + " h";
    }
    return hours > 0
        ? hours + " h " + minutes % 60 + " min"
        : minutes + " min " + seconds % 60 + " s";
  }
}
