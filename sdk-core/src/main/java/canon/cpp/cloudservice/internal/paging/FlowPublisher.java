package canon.cpp.cloudservice.internal.paging;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Page;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a list as the subscriber requests it, with one page in memory, and the next one if that
 * is requested ahead.
 */
final class FlowPublisher<T> implements Flow.Publisher<T> {
  private final ListCall<T, ?> list;
  private final Executor executor;

  FlowPublisher(ListCall<T, ?> list, Executor executor) {
    this.list = list;
    this.executor = executor;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    requireNonNull(subscriber, "subscriber");
    new PageSubscription<>(list, executor, subscriber).schedule();
  }

  /**
   * One subscription. Only {@link #drain} emits signals, on one thread at a time: the thread that
   * raises {@code work} from zero starts it, all others only count up.
   */
  private static final class PageSubscription<T> implements Flow.Subscription {
    private final ListCall<T, ?> list;
    private final PageCursor<T> cursor;
    private final Executor executor;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private volatile Flow.@Nullable Subscriber<? super T> subscriber;
    private volatile @Nullable CompletableFuture<Page<T>> fetch;
    private volatile boolean badRequest;
    private boolean subscribed;
    private Iterator<T> items = Collections.emptyIterator();

    PageSubscription(
        ListCall<T, ?> list, Executor executor, Flow.Subscriber<? super T> subscriber) {
      this.list = list;
      this.cursor = new PageCursor<>(list);
      this.executor = executor;
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      if (n <= 0) {
        badRequest = true;
      } else {
        demand.getAndUpdate(now -> now + n < 0 ? Long.MAX_VALUE : now + n);
      }
      schedule();
    }

    @Override
    public void cancel() {
      subscriber = null;
      CompletableFuture<Page<T>> running = fetch;
      if (running != null) {
        running.cancel(true);
      }
    }

    private void schedule() {
      if (work.getAndIncrement() == 0) {
        try {
          executor.execute(this::drain);
        } catch (RejectedExecutionException e) {
          drain();
        }
      }
    }

    private void drain() {
      int seen = work.get();
      do {
        try {
          step();
        } catch (RuntimeException | Error e) {
          // Only a subscriber throws, against rule 2.13. It receives nothing more; its executor
          // does.
          cancel();
          throw e;
        }
        seen = work.addAndGet(-seen);
      } while (seen != 0);
    }

    /** Emits what is available and requested, then completes the stream or fetches a page. */
    private void step() {
      startSubscription();
      do {
        takePage();
        emit();
      } while (!items.hasNext() && hasFetched());
      boolean empty = !items.hasNext() && fetch == null;
      if (badRequest) {
        fail(new IllegalArgumentException("request(n) requires n to be at least 1 (rule 3.9)"));
      } else if (empty && cursor.hasEnded()) {
        complete();
      } else if (empty && demand.get() > 0 && subscriber != null) {
        startFetch();
      }
    }

    private void startSubscription() {
      Flow.Subscriber<? super T> target = subscriber;
      if (!subscribed && target != null) {
        subscribed = true;
        target.onSubscribe(this);
        failUnlessReady();
      }
    }

    /** Reports incorrect use at once, even if no items are requested. */
    private void failUnlessReady() {
      try {
        list.executor().checkReady();
      } catch (IllegalStateException e) {
        fail(e);
      }
    }

    private void startFetch() {
      CompletableFuture<Page<T>> started;
      try {
        started = cursor.next().executeAsync();
      } catch (RuntimeException e) {
        // The client was closed in the meantime. The items that were fetched are emitted first.
        if (!items.hasNext()) {
          fail(e);
        }
        return;
      }
      fetch = started;
      if (subscriber == null) {
        started.cancel(true);
      }
      // Not a dependent future, because cancel() has to reach this one.
      CompletableFuture<Page<T>> unused = started.whenComplete((page, failure) -> schedule());
    }

    private boolean hasFetched() {
      CompletableFuture<Page<T>> running = fetch;
      return running != null && running.isDone();
    }

    private void takePage() {
      CompletableFuture<Page<T>> finished = fetch;
      if (finished == null || !finished.isDone() || items.hasNext()) {
        return;
      }
      fetch = null;
      try {
        Page<T> page = finished.join();
        cursor.advance(page);
        items = page.items().iterator();
        if (cursor.prefetches() && !cursor.hasEnded() && subscriber != null) {
          startFetch();
        }
      } catch (CompletionException e) {
        fail(e.getCause() == null ? e : e.getCause());
      } catch (RuntimeException e) {
        fail(e);
      }
    }

    private void emit() {
      while (items.hasNext() && demand.get() > 0 && !badRequest) {
        Flow.Subscriber<? super T> target = subscriber;
        if (target == null) {
          items = Collections.emptyIterator();
          return;
        }
        demand.getAndUpdate(now -> now == Long.MAX_VALUE ? now : now - 1);
        target.onNext(items.next());
      }
    }

    private void complete() {
      Flow.Subscriber<? super T> target = subscriber;
      subscriber = null;
      if (target != null) {
        target.onComplete();
      }
    }

    private void fail(Throwable failure) {
      items = Collections.emptyIterator();
      Flow.Subscriber<? super T> target = subscriber;
      cancel();
      if (target != null) {
        target.onError(failure);
      }
    }
  }
}
