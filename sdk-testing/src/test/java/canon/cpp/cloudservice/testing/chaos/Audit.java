package canon.cpp.cloudservice.testing.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.chaos.ReportedResult.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the reports of the library with the changes that the service applied. Each list has
 * lines for the test report.
 */
final class Audit {
  final List<String> appliedTwice = new ArrayList<>();
  final List<String> reportedButMissing = new ArrayList<>();
  final List<String> appliedButNotReported = new ArrayList<>();
  final List<String> settledWrongly = new ArrayList<>();
  final List<String> neverSettled = new ArrayList<>();
  final List<String> appliedAfterRejection = new ArrayList<>();

  private final Map<String, List<LoggedRequest>> log;

  Audit(List<ReportedResult> results, List<LoggedRequest> entries) {
    log =
        entries.stream()
            .filter(entry -> entry.idempotencyKey() != null)
            .collect(groupingBy(LoggedRequest::idempotencyKey));
    log.forEach(
        (key, requests) -> {
          if (applied(key).size() > 1) {
            appliedTwice.add("under one key: " + requests);
          }
        });
    results.forEach(this::compareStore);
    results.stream().filter(result -> result.key() != null).forEach(this::compareLog);
    compareCounts(results);
  }

  private List<LoggedRequest> applied(String key) {
    return log.getOrDefault(key, List.of()).stream()
        .filter(LoggedRequest::applied)
        .collect(toList());
  }

  private void compareLog(ReportedResult result) {
    List<LoggedRequest> applied = applied(result.key());
    String line = result + ": " + log.getOrDefault(result.key(), List.of());
    switch (result.kind()) {
      case DONE -> addIf(applied.isEmpty(), reportedButMissing, line);
      case NOT_SENT -> addIf(log.containsKey(result.key()), appliedButNotReported, line);
      case REJECTED -> addIf(!applied.isEmpty(), appliedButNotReported, line);
      case SETTLED_APPLIED -> addIf(applied.isEmpty(), settledWrongly, line);
      case SETTLED_REJECTED -> {
        boolean late = result.change().contested() && wasRejectedBefore(result.key(), applied);
        addIf(!applied.isEmpty(), late ? appliedAfterRejection : settledWrongly, line);
      }
      case NEVER_SETTLED -> neverSettled.add(line);
    }
  }

  /** Whether the service really rejected the request, and the change was applied only later. */
  private boolean wasRejectedBefore(String key, List<LoggedRequest> applied) {
    return log.getOrDefault(key, List.of()).stream()
        .filter(entry -> entry.code() != null)
        .anyMatch(rejected -> applied.stream().allMatch(l -> l.number() > rejected.number()));
  }

  private void compareStore(ReportedResult result) {
    if (!result.change().contested() && result.kind() != Kind.NEVER_SETTLED) {
      boolean inStore = result.change().inStore().getAsBoolean();
      addIf(
          result.kind().isApplied() && !inStore, reportedButMissing, "not in the store: " + result);
      addIf(
          !result.kind().isApplied() && inStore, appliedButNotReported, "in the store: " + result);
    }
  }

  /** Keys that the library created and never reported: each applied change has one of them. */
  private void compareCounts(List<ReportedResult> results) {
    Set<String> told =
        results.stream()
            .map(ReportedResult::key)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<String, Long> applied =
        log.keySet().stream()
            .filter(key -> !told.contains(key))
            .flatMap(key -> applied(key).stream())
            .collect(groupingBy(LoggedRequest::operation, counting()));
    Map<String, Long> done =
        results.stream()
            .filter(result -> result.key() == null)
            .collect(groupingBy(result -> result.change().operation(), counting()));
    applied.forEach(
        (operation, count) -> {
          long expected = done.getOrDefault(operation, 0L);
          addIf(count > expected, appliedTwice, operation + ": " + count + " for " + expected);
        });
    done.forEach(
        (operation, count) -> {
          long found = applied.getOrDefault(operation, 0L);
          addIf(found < count, reportedButMissing, operation + ": " + found + " for " + count);
        });
  }

  private static void addIf(boolean condition, List<String> lines, String line) {
    if (condition) {
      lines.add(line);
    }
  }
}
