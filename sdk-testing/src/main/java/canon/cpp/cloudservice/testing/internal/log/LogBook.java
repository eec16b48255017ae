package canon.cpp.cloudservice.testing.internal.log;

import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.ReceivedRequest;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The log of handled and dropped requests, in the order of receipt. */
public final class LogBook {
  private final BoundedLog<LogEntry> log = new BoundedLog<>();
  private long written;

  /**
   * A request and the change that it applied, if any.
   *
   * @param position counts from 1, in the order in which requests were logged; a request that was
   *     received earlier can be logged later
   */
  private record LogEntry(LoggedRequest request, Optional<AppliedChange> change, long position) {}

  /**
   * A part of the log, in the order in which requests were logged.
   *
   * @param last the position of the last one
   * @param more whether more requests follow
   */
  public record Part(List<LoggedRequest> requests, long last, boolean more) {}

  public void write(ReceivedRequest received, ServiceResponse response) {
    LoggedRequest request =
        new LoggedRequest(
            received.number(),
            received.at(),
            received.operation().map(Operation::name).orElse(null),
            received.request().method(),
            received.request().rawPath(),
            received.account().orElse(null),
            received.attempt(),
            received.idempotencyKey().orElse(null),
            response.status(),
            response.code(),
            response.isReplayed(),
            response.isApplied(),
            response.isDropped(),
            invalidFields(response));
    Optional<AppliedChange> change =
        response.isApplied() ? Optional.of(AppliedChange.of(received)) : Optional.empty();
    synchronized (this) {
      log.add(received.number(), new LogEntry(request, change, ++written));
    }
  }

  private static List<String> invalidFields(ServiceResponse response) {
    if (response.code() == null) {
      return List.of();
    }
    List<String> fields = new ArrayList<>();
    Json.read(response.body())
        .ifPresent(
            problem ->
                problem
                    .path("errors")
                    .forEach(
                        error ->
                            fields.add(
                                error.path("field").asText()
                                    + ": "
                                    + error.path("code").asText())));
    return fields;
  }

  /** Returns what was logged after a position; 0 is before the first. */
  public synchronized Part after(long position, int max) {
    List<LogEntry> later =
        log.entries().stream()
            .filter(entry -> entry.position() > position)
            .sorted(Comparator.comparingLong(LogEntry::position))
            .toList();
    List<LogEntry> part = later.subList(0, Math.min(max, later.size()));
    long last = part.isEmpty() ? position : part.get(part.size() - 1).position();
    return new Part(
        part.stream().map(LogEntry::request).toList(), last, later.size() > part.size());
  }

  public List<LoggedRequest> entries() {
    return log.entries().stream().map(LogEntry::request).toList();
  }

  /** Returns, for each change that was applied more than once, the requests that applied it. */
  public List<List<LoggedRequest>> appliedRepeatedly() {
    return log.entries().stream()
        .filter(entry -> entry.change().isPresent())
        .collect(
            Collectors.groupingBy(
                entry -> entry.change().get(),
                LinkedHashMap::new,
                Collectors.mapping(LogEntry::request, Collectors.toList())))
        .values()
        .stream()
        .filter(requests -> requests.size() > 1)
        .toList();
  }

  /** Returns how many requests were removed because the log was full. */
  public long removed() {
    return log.removed();
  }

  public void capacity(int requests) {
    log.capacity(requests);
  }

  /**
   * Checks that the log contains all requests.
   *
   * @throws AssertionError if requests were removed because the log was full
   */
  public void checkComplete() {
    if (removed() > 0) {
      throw new AssertionError(
          "The log is incomplete, so this cannot be checked: "
              + LogLines.removed(removed())
              + " Set a larger capacity, or clear the log between the steps of the test.");
    }
  }

  public void clear() {
    log.clear();
  }
}
