package canon.cpp.cloudservice.internal.probe;

import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.internal.http.Explanation;
import java.util.Locale;

/** The result of a step, without its duration. */
record ProbeStepResult(CheckState state, String finding, String remedy) {

  static ProbeStepResult ok(String finding) {
    return new ProbeStepResult(CheckState.OK, finding, "");
  }

  static ProbeStepResult skipped(String why, String remedy) {
    return new ProbeStepResult(CheckState.SKIPPED, why, remedy);
  }

  static ProbeStepResult failed(String finding, String remedy) {
    return new ProbeStepResult(CheckState.FAILED, finding, remedy);
  }

  static ProbeStepResult failed(Explanation explanation) {
    return failed(explanation.what(), sentence(explanation.remedy()));
  }

  private static String sentence(String words) {
    if (words.isEmpty()) {
      return "";
    }
    String capitalised = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return capitalised + ".";
  }
}
