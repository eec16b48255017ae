package canon.cpp.cloudservice.testing.internal.log;

import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.ReceivedRequest;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** The requests that were answered or dropped, in the order in which they arrived. */
public final class LogBook {
  private final Map<Long, Entry> entries = new ConcurrentSkipListMap<>();
  private long written;

  /**
   * A request, and the change that it has done, if any.
   *
   * @param position counts from 1, in the order in which requests were written down; one that
   *     arrived earlier can be written later
   */
  private record Entry(LoggedRequest request, Optional<AppliedChange> change, long position) {}

  /**
   * Some requests, in the order in which they were written down.
   *
   * @param last the position of the last one
   * @param more whether there are more after it
   */
  public record Part(List<LoggedRequest> requests, long last, boolean more) {}

  public void write(ReceivedRequest arrival, ServiceResponse answer) {
    LoggedRequest request =
        new LoggedRequest(
            arrival.number(),
            arrival.at(),
            arrival.operation().map(Operation::name).orElse(null),
            arrival.request().method(),
            arrival.request().rawPath(),
            arrival.account().orElse(null),
            arrival.attempt(),
            arrival.idempotencyKey().orElse(null),
            answer.status(),
            answer.code(),
            answer.isReplayed(),
            answer.isApplied(),
            answer.isDropped());
    Optional<AppliedChange> change =
        answer.isApplied() ? Optional.of(AppliedChange.of(arrival)) : Optional.empty();
    synchronized (this) {
      entries.put(arrival.number(), new Entry(request, change, ++written));
    }
  }

  /** What was written down after a position; 0 is before the first. */
  public synchronized Part after(long position, int max) {
    List<Entry> later =
        entries.values().stream()
            .filter(entry -> entry.position() > position)
            .sorted(Comparator.comparingLong(Entry::position))
            .toList();
    List<Entry> part = later.subList(0, Math.min(max, later.size()));
    long last = part.isEmpty() ? position : part.get(part.size() - 1).position();
    return new Part(part.stream().map(Entry::request).toList(), last, later.size() > part.size());
  }

  public List<LoggedRequest> entries() {
    return entries.values().stream().map(Entry::request).toList();
  }

  /** The requests that did a change which another one has done too, by change. */
  public List<List<LoggedRequest>> landedAgain() {
    return entries.values().stream()
        .filter(entry -> entry.change().isPresent())
        .collect(
            Collectors.groupingBy(
                entry -> entry.change().get(),
                LinkedHashMap::new,
                Collectors.mapping(Entry::request, Collectors.toList())))
        .values()
        .stream()
        .filter(requests -> requests.size() > 1)
        .toList();
  }

  public void clear() {
    entries.clear();
  }
}
