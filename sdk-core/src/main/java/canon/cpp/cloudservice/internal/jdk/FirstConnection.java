package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.internal.concurrent.Futures;
import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Lets one exchange open the first HTTP/2 connection to an origin. Without it, the JDK's client
 * opens a connection for each exchange that starts before the first connection is open. Others wait
 * for the first one, but not for long: it may stall.
 */
final class FirstConnection {
  /** Enough for a handshake over most links. */
  static final Duration PATIENCE = Duration.ofMillis(500);

  /** A connection is kept open for longer, by the JDK's client and by most servers. */
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Timer timer;
  private final Duration patience;
  private int inFlight;
  private boolean withoutStreams;
  private @Nullable Long respondedAt;
  private @Nullable Pass opener;
  private CompletableFuture<Void> opened = new CompletableFuture<>();

  FirstConnection(Timer timer, Duration patience) {
    this.timer = timer;
    this.patience = patience;
  }

  /** Registers an exchange. It may start when its pass is open. */
  Pass enter() {
    CompletableFuture<Void> limit;
    Pass pass;
    synchronized (this) {
      inFlight++;
      if (opener != null) {
        // A dependent future, so that one who cancels it does not cancel that of others.
        return new Pass(opened.thenRun(() -> {}));
      }
      pass = new Pass(CompletableFuture.completedFuture(null));
      if (withoutStreams || inFlight > 1 || isKept()) {
        return pass;
      }
      opener = pass;
      opened = new CompletableFuture<>();
      limit = timer.timeout(patience);
      pass.limit = limit;
    }
    Futures.whenOver(limit, pass::connected);
    return pass;
  }

  private boolean isKept() {
    return respondedAt != null && timer.nanoTime() - respondedAt < KEPT.toNanos();
  }

  /** The permission of one exchange to use a connection. */
  final class Pass {
    private final CompletableFuture<Void> open;
    private @Nullable CompletableFuture<Void> limit;
    private boolean left;

    private Pass(CompletableFuture<Void> open) {
      this.open = open;
    }

    /** Returns a future that completes when the exchange may start. */
    CompletableFuture<Void> open() {
      return open;
    }

    /** Notes that the exchange has a connection, so that others may share it. */
    void connected() {
      CompletableFuture<Void> waiting;
      CompletableFuture<Void> timeout;
      synchronized (FirstConnection.this) {
        if (opener != this) {
          return;
        }
        opener = null;
        waiting = opened;
        timeout = limit;
      }
      if (timeout != null) {
        timeout.cancel(false);
      }
      waiting.complete(null);
    }

    /**
     * Notes a response.
     *
     * @param hasStreams whether its connection carries several exchanges at a time
     */
    void responded(boolean hasStreams) {
      synchronized (FirstConnection.this) {
        withoutStreams = !hasStreams;
        respondedAt = timer.nanoTime();
      }
      connected();
    }

    /** Ends the exchange, with or without a response. */
    void leave() {
      synchronized (FirstConnection.this) {
        if (left) {
          return;
        }
        left = true;
        inFlight--;
      }
      connected();
    }
  }
}
