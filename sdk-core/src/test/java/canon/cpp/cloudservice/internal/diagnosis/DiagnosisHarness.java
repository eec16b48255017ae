package canon.cpp.cloudservice.internal.diagnosis;

import static canon.cpp.cloudservice.harness.Replies.ok;
import static canon.cpp.cloudservice.harness.Replies.problem;

import canon.cpp.cloudservice.diagnosis.Check;
import canon.cpp.cloudservice.diagnosis.CheckKind;
import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;

/** Shared helpers for tests of diagnoses. */
final class DiagnosisHarness {
  private DiagnosisHarness() {}

  /** The response of the service to a request without a token. */
  static Reply withoutToken(String... headers) {
    return problem(401, "unauthenticated", headers);
  }

  /** The session of an administrator. */
  static Reply administrator() {
    return session("\"administrator\"");
  }

  static Reply session(String roles) {
    return ok(
        """
        {"account":{"provider":"microsoft","email":"private@contoso.com",\
        "canonicalEmail":"private@contoso.com"},"roles":[%s],\
        "site":{"id":"sit_1","createdAt":"2030-01-01T00:00:00Z"}}"""
            .formatted(roles));
  }

  /** The value of a Date header. */
  static String date(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  static Map<CheckKind, CheckState> states(Diagnosis diagnosis) {
    Map<CheckKind, CheckState> states = new EnumMap<>(CheckKind.class);
    for (Check check : diagnosis.checks()) {
      states.put(check.kind(), check.state());
    }
    return states;
  }

  static Check check(CheckKind kind, CheckState state) {
    return new Check(kind, state, Duration.ofMillis(3), "found", "do");
  }
}
