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

/** What the stages of one diagnosis have found so far. One thread at a time works with it. */
final class Findings {
  static final Set<CheckKind> WAY =
      Collections.unmodifiableSet(
          EnumSet.of(
              CheckKind.NAME_RESOLUTION, CheckKind.CONNECTION, CheckKind.PROXY, CheckKind.TLS));

  private final Map<CheckKind, Check> checks = new EnumMap<>(CheckKind.class);
  private List<PresentedCertificate> certificates = Collections.emptyList();
  private @Nullable HttpResponse answer;

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

  void shown(List<PresentedCertificate> shown) {
    certificates = shown;
  }

  void answeredWith(HttpResponse response) {
    answer = response;
  }

  boolean has(CheckKind kind) {
    return checks.containsKey(kind);
  }

  /** Whether a check found that it works. */
  boolean works(CheckKind kind) {
    Check check = checks.get(kind);
    return check != null && (check.state() == CheckState.OK || check.state() == CheckState.WARNING);
  }

  List<PresentedCertificate> certificates() {
    return certificates;
  }

  /** A check of each kind; of what nobody came to, that. */
  List<Check> checks() {
    List<Check> all = new ArrayList<>();
    for (CheckKind kind : Arrays.asList(CheckKind.values())) {
      Check check = checks.get(kind);
      if (check == null) {
        all.add(
            Check.skipped(
                kind,
                "not reached, because the time of the call was over",
                "Allow more with timeout(…)."));
      } else {
        all.add(believed(check));
      }
    }
    return all;
  }

  /**
   * A probe goes the transport's way, but on sockets of its own: the transport has the last word.
   */
  private Check believed(Check check) {
    return check.state() == CheckState.FAILED
            && WAY.contains(check.kind())
            && works(CheckKind.SERVICE)
        ? new Check(
            check.kind(),
            CheckState.WARNING,
            check.took(),
            check.finding() + "; but calls get through",
            check.remedy())
        : check;
  }

  <T> Response<T> toResponse(T value, int attempts) {
    HttpHeaders headers = answer == null ? HttpHeaders.none() : answer.headers();
    return new Response<>(
        value,
        answer == null ? 0 : answer.status(),
        headers,
        headers.first("X-Request-Id").orElse(null),
        attempts);
  }
}
