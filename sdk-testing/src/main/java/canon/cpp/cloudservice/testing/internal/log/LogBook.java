package canon.cpp.cloudservice.testing.internal.log;

import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.internal.service.Arrival;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.wire.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The requests that were answered or dropped, in the order in which they arrived. */
public final class LogBook {
  private final Map<Long, LoggedRequest> entries = new ConcurrentSkipListMap<>();

  public void write(Arrival arrival, Answer answer) {
    entries.put(
        arrival.number(),
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
            answer.hasLanded(),
            answer.isDropped()));
  }

  public List<LoggedRequest> entries() {
    return List.copyOf(entries.values());
  }

  public void clear() {
    entries.clear();
  }
}
