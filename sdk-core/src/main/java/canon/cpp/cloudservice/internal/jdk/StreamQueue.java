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
 * another one ends; later ones wait behind it, in the order in which they started. One at a time is
 * admitted from the queue: the next one follows when the client has started to send it.
 */
final class StreamQueue {
  /** A stream is freed shortly after its response, so one exchange also tries again by time. */
  private static final Duration RETRY = Duration.ofMillis(50);

  private final Timer timer;
  private final PriorityQueue<Ticket> waiting =
      new PriorityQueue<>(Comparator.comparingLong((Ticket ticket) -> ticket.number));
  private long issued;

  /** The exchange that was admitted from the queue and has not started yet. */
  private @Nullable Ticket admitted;

  /** How many streams were freed meanwhile. */
  private int freed;

  private @Nullable CompletableFuture<Void> retry;

  StreamQueue(Timer timer) {
    this.timer = timer;
  }

  /** Returns a ticket for one exchange, which is sent when its turn comes. */
  Ticket enter() {
    Ticket ticket;
    boolean free;
    synchronized (this) {
      ticket = new Ticket(issued++);
      free = waiting.isEmpty() && admitted == null;
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
    Ticket next = null;
    synchronized (this) {
      if (waiting.isEmpty()) {
        freed = 0;
      } else if (admitted == null) {
        next = waiting.poll();
        admitted = next;
      } else {
        freed++;
      }
    }
    if (next != null) {
      next.turn.complete(null);
    }
  }

  private void admitAgain() {
    synchronized (this) {
      retry = null;
      scheduleRetry();
    }
    admitNext();
  }

  private void scheduleRetry() {
    if (retry == null && !waiting.isEmpty()) {
      CompletableFuture<Void> again = timer.timeout(RETRY);
      if (!again.isDone()) {
        // The future of a closed timer is complete; then no exchange is admitted any more.
        retry = again;
        CompletableFuture<Void> unused = again.thenRun(this::admitAgain);
      }
    }
  }

  /** The place of one exchange in the queue. */
  final class Ticket {
    private final long number;
    private volatile CompletableFuture<Void> turn = new CompletableFuture<>();

    private Ticket(long number) {
      this.number = number;
    }

    CompletableFuture<Void> turn() {
      return turn;
    }

    /** Notes that the exchange has a stream. */
    void started() {
      boolean next;
      synchronized (StreamQueue.this) {
        next = admitted == this && freed > 0;
        if (admitted == this) {
          admitted = null;
        }
        if (next) {
          freed--;
        }
      }
      if (next) {
        admitNext();
      }
    }

    /** Waits again, because the server allows no further stream. */
    void rejected() {
      synchronized (StreamQueue.this) {
        if (admitted == this) {
          admitted = null;
        }
        freed = 0;
        turn = new CompletableFuture<>();
        waiting.add(this);
        scheduleRetry();
      }
    }

    /** Ends the exchange, or its waiting. */
    void leave() {
      synchronized (StreamQueue.this) {
        waiting.remove(this);
        if (admitted == this) {
          admitted = null;
        }
      }
      admitNext();
    }
  }
}
