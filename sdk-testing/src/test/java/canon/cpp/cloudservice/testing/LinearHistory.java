package canon.cpp.cloudservice.testing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Operations of several clients with their results, and the times at which each began and ended. It
 * is linearisable if all of it could have happened sequentially, each operation at one moment
 * between its beginning and its end (Wing and Gong, 1993).
 */
final class LinearHistory {
  private final List<Event> events = new ArrayList<>();
  private int now;

  /** One operation, and its result. */
  static final class Event {
    private final LinearOperation operation;
    private final int begin;
    private int end = Integer.MAX_VALUE;
    private String answer = "";

    Event(LinearOperation operation, int begin) {
      this.operation = operation;
      this.begin = begin;
    }

    LinearOperation operation() {
      return operation;
    }

    String answer() {
      return answer;
    }

    @Override
    public String toString() {
      return begin + "-" + end + " " + operation + " -> " + answer;
    }
  }

  synchronized Event begin(LinearOperation operation) {
    Event event = new Event(operation, now++);
    events.add(event);
    return event;
  }

  synchronized void end(Event event, String answer) {
    event.answer = answer;
    event.end = now++;
  }

  synchronized List<Event> events() {
    return List.copyOf(events);
  }

  synchronized boolean isLinearisable(LinearModel start) {
    return search(start, new BitSet(), new HashSet<>());
  }

  private record Visited(BitSet done, LinearModel model) {}

  private boolean search(LinearModel model, BitSet done, Set<Visited> visited) {
    if (done.cardinality() == events.size()) {
      return true;
    }
    if (!visited.add(new Visited((BitSet) done.clone(), model))) {
      return false;
    }
    int firstEnd = Integer.MAX_VALUE;
    for (int i = done.nextClearBit(0); i < events.size(); i = done.nextClearBit(i + 1)) {
      firstEnd = Math.min(firstEnd, events.get(i).end);
    }
    for (int i = done.nextClearBit(0); i < events.size(); i = done.nextClearBit(i + 1)) {
      Event event = events.get(i);
      if (event.begin > firstEnd) {
        continue; // Another operation had ended before this one began.
      }
      LinearModel.Step step = model.apply(event.operation);
      if (step.answer().equals(event.answer)) {
        done.set(i);
        if (search(step.after(), done, visited)) {
          return true;
        }
        done.clear(i);
      }
    }
    return false;
  }

  /** Prints everything, for the report of a failed test. */
  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder();
    events.forEach(event -> text.append(event).append('\n'));
    return text.toString();
  }
}
