package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.diagnosis.Check;
import canon.cpp.cloudservice.diagnosis.CheckKind;
import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.diagnosis.PresentedCertificate;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The results of the steps of one diagnosis so far. Used by one thread at a time. */
final class Findings {
  static final Set<CheckKind> CONNECTIVITY =
      Collections.unmodifiableSet(
          EnumSet.of(
              CheckKind.NAME_RESOLUTION, CheckKind.CONNECTION, CheckKind.PROXY, CheckKind.TLS));

  private final Map<CheckKind, Check> checks = new EnumMap<>(CheckKind.class);
  private List<PresentedCertificate> certificates = Collections.emptyList();
  private @Nullable HttpResponse response;

  void add(Check check) {
    checks.put(check.kind(), check);
  }

  void add(CheckKind kind, CheckState state, Duration took, String finding, String remedy) {
    add(new Check(kind, state, took, finding, remedy));
  }

  void ok(CheckKind kind, Duration took, String finding) {
    add(kind, CheckState.OK, took, finding, "");
  }

  void failed(CheckKind kind, Duration took, String finding, String remedy) {
    add(kind, CheckState.FAILED, took, finding, remedy);
  }

  void skipped(CheckKind kind, String why, String remedy) {
    add(Check.skipped(kind, why, remedy));
  }

  void certificates(List<PresentedCertificate> presented) {
    certificates = presented;
  }

  void response(HttpResponse received) {
    response = received;
  }

  boolean has(CheckKind kind) {
    return checks.containsKey(kind);
  }

  /** Returns whether a check succeeded, possibly with a warning. */
  boolean works(CheckKind kind) {
    Check check = checks.get(kind);
    return check != null && (check.state() == CheckState.OK || check.state() == CheckState.WARNING);
  }

  List<PresentedCertificate> certificates() {
    return certificates;
  }

  /** Returns one check of each kind; checks that were not reached are reported as skipped. */
  List<Check> checks() {
    List<Check> all = new ArrayList<>();
    for (CheckKind kind : Arrays.asList(CheckKind.values())) {
      Check check = checks.get(kind);
      if (check == null) {
        all.add(
            Check.skipped(
                kind,
                "not reached within the timeout of the call",
                "Allow more time with timeout(…)."));
      } else {
        all.add(adjusted(check));
      }
    }
    return all;
  }

  /**
   * Turns a failed connection check into a warning if the service responded, because a probe uses
   * other sockets than calls do.
   */
  private Check adjusted(Check check) {
    return check.state() == CheckState.FAILED
            && CONNECTIVITY.contains(check.kind())
            && works(CheckKind.SERVICE)
        ? new Check(
            check.kind(),
            CheckState.WARNING,
            check.duration(),
            check.finding() + "; but calls succeed",
            check.remedy())
        : check;
  }

  <T> Response<T> toResponse(T value, int attempts) {
    HttpHeaders headers = response == null ? HttpHeaders.none() : response.headers();
    return new Response<>(
        value,
        response == null ? 0 : response.status(),
        headers,
        headers.first("X-Request-Id").orElse(null),
        attempts);
  }
}
