package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Orders the exchanges with one origin when its HTTP/2 stream limit is reached. The JDK's client
 * does not tell the limit: it rejects an exchange that exceeds it. A rejected exchange waits until
 * another one ends; later ones wait behind it, in the order in which they started.
 */
final class StreamQueue {
  /**
   * A stream is freed shortly after its response, so the first exchange also tries again by time.
   */
  private static final Duration RETRY = Duration.ofMillis(50);

  private final Timer timer;
  private final PriorityQueue<Ticket> waiting =
      new PriorityQueue<>(Comparator.comparingLong((Ticket ticket) -> ticket.number));
  private long issued;

  StreamQueue(Timer timer) {
    this.timer = timer;
  }

  /** Returns a ticket for one exchange; its turn comes when it is its time to be sent. */
  Ticket enter() {
    Ticket ticket;
    boolean free;
    synchronized (this) {
      ticket = new Ticket(issued++);
      free = waiting.isEmpty();
      if (!free) {
        waiting.add(ticket);
      }
    }
    if (free) {
      ticket.turn.complete(null);
    }
    return ticket;
  }

  /** Returns how many exchanges wait for their turn. */
  synchronized int waiting() {
    return waiting.size();
  }

  private void admitNext() {
    Ticket next;
    synchronized (this) {
      next = waiting.poll();
    }
    if (next != null) {
      next.turn.complete(null);
    }
  }

  /** The place of one exchange in the queue. */
  final class Ticket {
    private final long number;
    private volatile CompletableFuture<Void> turn = new CompletableFuture<>();
    private @Nullable CompletableFuture<Void> retry;

    private Ticket(long number) {
      this.number = number;
    }

    CompletableFuture<Void> turn() {
      return turn;
    }

    /** Waits again, because the server allows no further stream. */
    void rejected() {
      CompletableFuture<Void> again = timer.timeout(RETRY);
      synchronized (StreamQueue.this) {
        turn = new CompletableFuture<>();
        retry = again;
        waiting.add(this);
      }
      CompletableFuture<Void> unused = again.thenRun(StreamQueue.this::admitNext);
    }

    /** Ends the exchange, or its waiting. */
    void leave() {
      CompletableFuture<Void> again;
      synchronized (StreamQueue.this) {
        waiting.remove(this);
        again = retry;
      }
      if (again != null) {
        again.cancel(false);
      }
      admitNext();
    }
  }
}
