package canon.cpp.cloudservice.internal.diagnosis;

import static canon.cpp.cloudservice.diagnosis.CheckKind.CLOCK;

import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.http.HttpDates;
import java.time.Duration;
import java.time.Instant;

/** Holds this machine's clock against the {@code Date} of an answer, whatever its status. */
final class ClockCheck {
  private ClockCheck() {}

  static void add(Findings findings, HttpResponse response, Instant now, boolean isService) {
    Instant date = HttpDates.read(response.headers().first("Date").orElse(""));
    if (date == null) {
      findings.skipped(CLOCK, "the answer does not tell the time", "");
      return;
    }
    String whose = isService ? "the service's" : "that of who answered";
    Duration behind = Duration.between(now, date);
    if (behind.abs().compareTo(Diagnosis.CLOCK_TOLERANCE) <= 0) {
      findings.ok(CLOCK, Duration.ZERO, "this machine's clock agrees with " + whose);
      return;
    }
    findings.add(
        CLOCK,
        CheckState.WARNING,
        Duration.ZERO,
        "this machine's clock is "
            + shown(behind.abs())
            + (behind.isNegative() ? " ahead of " : " behind ")
            + whose,
        "Set this machine's clock: tokens and certificates are judged by it.");
  }

  /** In the two largest units. */
  private static String shown(Duration duration) {
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
