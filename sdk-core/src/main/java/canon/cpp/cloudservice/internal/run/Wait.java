package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.InterruptedCallException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.WaitOperation;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One wait for a condition: reads with a delay between them. Each read is a call of its own, with
 * its retries and the client's timeout. No thread is occupied while an asynchronous wait pauses.
 */
final class Wait<T, R> {
  static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

  /** The last read starts this long before the deadline. */
  private static final Duration LAST_READ = Duration.ofSeconds(1);

  private final ClientContext client;
  private final OperationExecutor executor;
  private final WaitOperation<T, R> operation;
  private final CallOptions options;
  private final Deadline deadline;
  private final CompletableFuture<R> result = new CompletableFuture<>();
  private final Runnable onClose = this::closed;
  private Duration limit = FIRST_DELAY;
  private Duration readAt = Duration.ZERO;
  private int reads;
  private volatile List<Attempt> lastAttempts = Collections.emptyList();
  private volatile @Nullable CompletableFuture<?> stage;

  Wait(
      ClientContext client,
      OperationExecutor executor,
      WaitOperation<T, R> operation,
      CallOptions options) {
    this.client = client;
    this.executor = executor;
    this.operation = operation;
    this.options = options;
    Duration timeout = options.timeout();
    this.deadline = new Deadline(client.timer(), timeout == null ? DEFAULT_TIMEOUT : timeout);
  }

  /** Waits on the caller's thread. */
  R run() {
    Waiter waiter = client.lifecycle().enter();
    try {
      while (true) {
        CallOptions read = nextRead();
        Response<T> response = null;
        CloudServiceException failure = null;
        try {
          response = executor.execute(operation.read(), read);
        } catch (CloudServiceException e) {
          failure = e;
        }
        if (isMet(response)) {
          return operation.result().apply(response);
        }
        pause(nextDelay(response, failure));
      }
    } catch (InterruptedException e) {
      if (waiter.leaveInterrupted()) {
        throw clientClosed(e);
      }
      Thread.currentThread().interrupt();
      throw CallErrors.interrupted(report(), e);
    } finally {
      boolean unused = waiter.leave();
    }
  }

  private void pause(Duration delay) throws InterruptedException {
    CompletableFuture<Void> over = client.timer().pause(delay);
    try {
      Void unused = Futures.get(over);
    } finally {
      over.cancel(false);
    }
    if (client.lifecycle().isClosed()) {
      throw clientClosed(null);
    }
  }

  /** Waits without blocking. */
  CompletableFuture<R> start() {
    CompletableFuture<R> unused = result.whenComplete((value, failure) -> release());
    client.lifecycle().add(onClose);
    read();
    return result;
  }

  private void read() {
    if (result.isDone()) {
      return;
    }
    CompletableFuture<Response<T>> read;
    try {
      read = executor.executeAsync(operation.read(), nextRead());
    } catch (RuntimeException e) {
      fail(e instanceof IllegalStateException ? clientClosed(null) : e);
      return;
    }
    begin(read);
    CompletableFuture<Response<T>> unused =
        read.whenComplete(
            (response, failure) ->
                ended(response, failure == null ? null : Futures.cause(failure)));
  }

  private void ended(@Nullable Response<T> response, @Nullable Throwable failure) {
    if (result.isDone()) {
      return;
    }
    try {
      if (isMet(response)) {
        R value = operation.result().apply(response);
        release();
        result.complete(value);
      } else if (failure == null || failure instanceof CloudServiceException) {
        CompletableFuture<Void> over =
            client.timer().pause(nextDelay(response, (CloudServiceException) failure));
        begin(over);
        Futures.whenOver(over, this::read);
      } else {
        fail(failure);
      }
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void begin(CompletableFuture<?> next) {
    stage = next;
    if (result.isDone()) {
      next.cancel(true);
    }
  }

  private void fail(Throwable failure) {
    release();
    result.completeExceptionally(failure);
  }

  private void closed() {
    fail(clientClosed(null));
  }

  private void release() {
    client.lifecycle().remove(onClose);
    CompletableFuture<?> current = stage;
    if (current != null) {
      current.cancel(true);
    }
  }

  private boolean isMet(@Nullable Response<T> response) {
    return response != null && operation.condition().test(response.value());
  }

  /** Returns the options of the next read, which must not take longer than the wait. */
  private CallOptions nextRead() {
    reads++;
    readAt = deadline.elapsed();
    Duration remaining = deadline.remaining();
    if (Deadline.isExceeded(remaining)) {
      throw deadlineExceeded(null);
    }
    Duration usual = client.timeout();
    return options.withTimeout(usual.compareTo(remaining) < 0 ? usual : remaining);
  }

  /**
   * Returns the delay after a read that does not end the wait.
   *
   * @throws CloudServiceException if the read has failed for good, or was the last one
   */
  private Duration nextDelay(
      @Nullable Response<T> response, @Nullable CloudServiceException failure) {
    if (failure != null && !goesOnAfter(failure)) {
      throw failure;
    }
    lastAttempts = failure != null ? failure.attempts() : attempts(response);
    Duration latest = deadline.remaining().minus(LAST_READ);
    Duration retryAfter = failure == null ? null : failure.retryAfter().orElse(null);
    if (failure != null && retryAfter != null && retryAfter.compareTo(latest) > 0) {
      throw failure;
    }
    if (Deadline.isExceeded(latest)) {
      throw deadlineExceeded(failure);
    }
    Duration delay = backoff();
    if (retryAfter != null && retryAfter.compareTo(delay) > 0) {
      delay = retryAfter;
    }
    return delay.compareTo(latest) < 0 ? delay : latest;
  }

  private static boolean goesOnAfter(CloudServiceException failure) {
    return failure.isTransient() && !(failure instanceof InterruptedCallException);
  }

  private List<Attempt> attempts(@Nullable Response<T> response) {
    if (response == null) {
      return Collections.emptyList();
    }
    return Collections.singletonList(
        new Attempt(
            String.valueOf(response.status()),
            Outcome.COMPLETED,
            deadline.elapsed().minus(readAt),
            response.status(),
            response.requestId()));
  }

  /** Between half of a limit and the limit, which doubles: a read is never repeated at once. */
  private Duration backoff() {
    long nanos = limit.toNanos();
    limit = limit.multipliedBy(2);
    if (limit.compareTo(LONGEST_DELAY) > 0) {
      limit = LONGEST_DELAY;
    }
    return Duration.ofNanos((long) (nanos * (1 + client.random().nextDouble()) / 2));
  }

  private CloudServiceException deadlineExceeded(@Nullable CloudServiceException failure) {
    return new DeadlineException(
        report(),
        "The deadline was exceeded: "
            + operation.unmet()
            + (failure == null ? "" : ", or the last read failed")
            + ". Reads: "
            + reads
            + ". Wait longer with timeout(…)",
        failure);
  }

  private CloudServiceException clientClosed(@Nullable InterruptedException cause) {
    return CallErrors.clientClosed(report(), cause);
  }

  private CallReport report() {
    return new CallReport(
        operation.read().name(),
        operation.read().id().description(),
        null,
        lastAttempts,
        deadline.elapsed(),
        deadline.timeout(),
        null);
  }
}
