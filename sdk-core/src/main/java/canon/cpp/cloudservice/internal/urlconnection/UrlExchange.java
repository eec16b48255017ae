package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One exchange. A thread of the transport runs it; any other may give it up. Which of the two comes
 * first decides whether the request can have been sent, and nobody has to guess.
 */
final class UrlExchange implements Runnable {
  private enum Phase {
    CONNECTING,
    SENT,
    ANSWERED,
    GIVEN_UP
  }

  /** The exchange that the current thread runs, for the sockets that it uses. */
  static final ThreadLocal<UrlExchange> CURRENT = new ThreadLocal<>();

  private final Connector connector;
  private final HttpRequest request;
  private final long start;
  private final CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CONNECTING);
  private volatile boolean running;
  private volatile @Nullable HttpURLConnection connection;
  private volatile @Nullable Closeable socket;
  private volatile boolean repeated;

  UrlExchange(Connector connector, HttpRequest request, long start) {
    this.connector = connector;
    this.request = request;
    this.start = start;
  }

  CompletableFuture<HttpResponse> answer() {
    return answer;
  }

  @Override
  public void run() {
    if (answer.isDone()) {
      return;
    }
    running = true;
    CURRENT.set(this);
    HttpURLConnection opened = null;
    try {
      opened = connector.open(request, timeLeft());
      connection = opened;
      opened.connect();
      if (phase.compareAndSet(Phase.CONNECTING, Phase.SENT)) {
        answer.complete(exchange(opened));
      }
    } catch (IOException | RuntimeException e) {
      answer.completeExceptionally(failure(e));
    } catch (StackOverflowError e) {
      // So it ends when a server says "100 Continue" often enough.
      answer.completeExceptionally(
          new HttpTransportException(
              Reason.MALFORMED_RESPONSE, true, "the answer is no valid HTTP", e));
    } catch (Error e) {
      answer.completeExceptionally(e);
      throw e;
    } finally {
      CURRENT.remove();
      if (opened != null && answer.isCompletedExceptionally()) {
        // Nothing that was left half read is used again.
        opened.disconnect();
      }
    }
  }

  private HttpResponse exchange(HttpURLConnection opened) throws IOException {
    byte[] body = Connector.body(request);
    if (body != null) {
      try (OutputStream out = opened.getOutputStream()) {
        out.write(body);
      }
    }
    int status = opened.getResponseCode();
    phase.compareAndSet(Phase.SENT, Phase.ANSWERED);
    HttpResponse response = connector.read(request, opened, status, answer);
    return repeated ? response.retransmitted() : response;
  }

  void timeOut() {
    if (!stopBeforeSending()) {
      fail(Reason.TIMEOUT, true, "no complete answer in time");
    } else if (running) {
      fail(Reason.CONNECT, false, "no connection in time");
    } else {
      fail(Reason.TIMEOUT, false, "too many requests were under way to send this one in time");
    }
  }

  /** Ends the exchange, if it has not ended yet. */
  void giveUp(Reason reason, String message) {
    fail(reason, !stopBeforeSending(), message);
  }

  private void fail(Reason reason, boolean mayHaveBeenSent, String message) {
    answer.completeExceptionally(
        new HttpTransportException(reason, mayHaveBeenSent, message, null));
  }

  /** Frees what an exchange that was given up still holds. */
  void release(Executor releases) {
    boolean unused = stopBeforeSending();
    Closeable open = socket;
    HttpURLConnection opened = connection;
    if (open != null) {
      close(open);
    } else if (opened != null && phase.get() != Phase.ANSWERED) {
      // Once the body is read, this would only wait for the reader.
      releases.execute(opened::disconnect);
    }
  }

  /** Tells of a new socket. Whoever opens one after sending began is about to send again. */
  void opens(Closeable given) {
    repeated |= phase.get() == Phase.SENT;
    uses(given);
  }

  /** Tells which socket carries the exchange. */
  void uses(Closeable given) {
    socket = given;
    if (answer.isDone()) {
      close(given);
    }
  }

  private boolean stopBeforeSending() {
    return phase.compareAndSet(Phase.CONNECTING, Phase.GIVEN_UP) || phase.get() == Phase.GIVEN_UP;
  }

  private Duration timeLeft() {
    return request.timeout().minusNanos(System.nanoTime() - start);
  }

  private HttpTransportException failure(Exception thrown) {
    Phase reached = phase.get();
    boolean mayHaveBeenSent = reached == Phase.SENT || reached == Phase.ANSWERED;
    return connector.failures().translate(thrown, request.uri(), mayHaveBeenSent);
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use to anybody now.
    }
  }
}
