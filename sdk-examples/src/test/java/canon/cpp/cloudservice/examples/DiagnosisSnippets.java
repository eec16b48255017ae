package canon.cpp.cloudservice.examples;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.diagnosis.CheckKind;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import java.time.Duration;

/** The code in the guide to diagnoses. */
final class DiagnosisSnippets {
  private DiagnosisSnippets() {}

  static void diagnosing(CloudServiceClient client) {
    Diagnosis diagnosis = client.diagnose().timeout(Duration.ofSeconds(20)).execute();
    System.out.println(diagnosis.toText());
    if (!diagnosis.isHealthy()) {
      System.out.println(diagnosis.check(CheckKind.TLS).remedy());
    }
  }
}
