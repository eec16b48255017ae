package canon.cpp.cloudservice.testing.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.chaos.Fate.Word;
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
  final List<String> happenedTwice = new ArrayList<>();
  final List<String> doneButMissing = new ArrayList<>();
  final List<String> notDoneButApplied = new ArrayList<>();
  final List<String> settledUntruthfully = new ArrayList<>();
  final List<String> neverSettled = new ArrayList<>();
  final List<String> landedAfterRejection = new ArrayList<>();

  private final Map<String, List<LoggedRequest>> log;

  Audit(List<Fate> fates, List<LoggedRequest> entries) {
    log =
        entries.stream()
            .filter(entry -> entry.idempotencyKey() != null)
            .collect(groupingBy(LoggedRequest::idempotencyKey));
    log.forEach(
        (key, requests) -> {
          if (applied(key).size() > 1) {
            happenedTwice.add("under one key: " + requests);
          }
        });
    fates.forEach(this::compareStore);
    fates.stream().filter(fate -> fate.key() != null).forEach(this::compareLog);
    compareCounts(fates);
  }

  private List<LoggedRequest> applied(String key) {
    return log.getOrDefault(key, List.of()).stream()
        .filter(LoggedRequest::applied)
        .collect(toList());
  }

  private void compareLog(Fate fate) {
    List<LoggedRequest> applied = applied(fate.key());
    String line = fate + ": " + log.getOrDefault(fate.key(), List.of());
    switch (fate.word()) {
      case DONE -> addIf(applied.isEmpty(), doneButMissing, line);
      case NOT_SENT -> addIf(log.containsKey(fate.key()), notDoneButApplied, line);
      case REJECTED -> addIf(!applied.isEmpty(), notDoneButApplied, line);
      case SETTLED_LANDED -> addIf(applied.isEmpty(), settledUntruthfully, line);
      case SETTLED_REFUSED -> {
        boolean late = fate.change().contested() && wasRejectedBefore(fate.key(), applied);
        addIf(!applied.isEmpty(), late ? landedAfterRejection : settledUntruthfully, line);
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

  private void compareStore(Fate fate) {
    if (!fate.change().contested() && fate.word() != Word.NEVER_SETTLED) {
      boolean inStore = fate.change().inStore().getAsBoolean();
      addIf(fate.word().saysLanded() && !inStore, doneButMissing, "not in the store: " + fate);
      addIf(!fate.word().saysLanded() && inStore, notDoneButApplied, "in the store: " + fate);
    }
  }

  /** Keys that the library created and never reported: each applied change has one of them. */
  private void compareCounts(List<Fate> fates) {
    Set<String> told =
        fates.stream().map(Fate::key).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<String, Long> applied =
        log.keySet().stream()
            .filter(key -> !told.contains(key))
            .flatMap(key -> applied(key).stream())
            .collect(groupingBy(LoggedRequest::operation, counting()));
    Map<String, Long> done =
        fates.stream()
            .filter(fate -> fate.key() == null)
            .collect(groupingBy(fate -> fate.change().operation(), counting()));
    applied.forEach(
        (operation, count) -> {
          long expected = done.getOrDefault(operation, 0L);
          addIf(count > expected, happenedTwice, operation + ": " + count + " for " + expected);
        });
    done.forEach(
        (operation, count) -> {
          long found = applied.getOrDefault(operation, 0L);
          addIf(found < count, doneButMissing, operation + ": " + found + " for " + count);
        });
  }

  private static void addIf(boolean condition, List<String> lines, String line) {
    if (condition) {
      lines.add(line);
    }
  }
}
