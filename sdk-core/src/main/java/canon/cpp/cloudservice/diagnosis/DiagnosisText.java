package canon.cpp.cloudservice.diagnosis;

import java.util.List;
import java.util.Locale;

/** Formats a diagnosis as text. */
final class DiagnosisText {
  private DiagnosisText() {}

  static String of(Diagnosis diagnosis) {
    StringBuilder text = new StringBuilder();
    line(text, "Diagnosis of " + diagnosis.service() + " at " + diagnosis.at());
    line(text, "by " + diagnosis.program());
    line(
        text,
        "Result: "
            + (diagnosis.isHealthy() ? "nothing is broken" : "something is broken")
            + counted(diagnosis, CheckState.FAILED)
            + counted(diagnosis, CheckState.WARNING)
            + counted(diagnosis, CheckState.SKIPPED));
    line(text, "");
    for (Check check : diagnosis.checks()) {
      line(text, heading(check) + check.finding());
      if (!check.remedy().isEmpty()) {
        line(text, "          > " + check.remedy());
      }
    }
    certificates(text, diagnosis.certificates());
    return text.toString();
  }

  private static String heading(Check check) {
    String time = check.state() == CheckState.SKIPPED ? "-" : check.duration().toMillis() + " ms";
    return String.format(
        Locale.ROOT, "%-7s  %-15s  %8s  ", check.state().toString(), check.kind().toString(), time);
  }

  private static String counted(Diagnosis diagnosis, CheckState state) {
    long count = diagnosis.count(state);
    return count == 0 ? "" : ", " + count + " " + state.toString().toLowerCase(Locale.ROOT);
  }

  private static void certificates(StringBuilder text, List<PresentedCertificate> certificates) {
    if (!certificates.isEmpty()) {
      line(text, "");
      line(text, "Certificates that were presented:");
    }
    for (int i = 0; i < certificates.size(); i++) {
      PresentedCertificate one = certificates.get(i);
      line(text, (i + 1) + ". " + one.subject() + ", issued by " + one.issuer());
      line(text, "   valid from " + one.validFrom() + " until " + one.validUntil());
      line(text, "   SHA-256 " + one.sha256());
    }
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
