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

/** Publishes a list at the subscriber's pace, one page in memory. */
final class FlowPublisher<T> implements Flow.Publisher<T> {
  private final ListCall<T> list;
  private final Executor executor;

  FlowPublisher(ListCall<T> list, Executor executor) {
    this.list = list;
    this.executor = executor;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    requireNonNull(subscriber, "subscriber");
    subscriber.onSubscribe(new Reading<>(new PageWalk<>(list), executor, subscriber));
  }

  /**
   * One subscription. Signals come from {@link #drain} alone, which one thread at a time runs: who
   * raises {@code work} from zero starts it, others only leave word that there is more to do.
   */
  private static final class Reading<T> implements Flow.Subscription {
    private final PageWalk<T> walk;
    private final Executor executor;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private volatile Flow.@Nullable Subscriber<? super T> subscriber;
    private volatile @Nullable CompletableFuture<Page<T>> fetch;
    private volatile boolean badRequest;
    private Iterator<T> items = Collections.emptyIterator();

    Reading(PageWalk<T> walk, Executor executor, Flow.Subscriber<? super T> subscriber) {
      this.walk = walk;
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
      signal();
    }

    @Override
    public void cancel() {
      subscriber = null;
      CompletableFuture<Page<T>> running = fetch;
      if (running != null) {
        running.cancel(true);
      }
    }

    private void signal() {
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
        step();
        seen = work.addAndGet(-seen);
      } while (seen != 0);
    }

    /** Hands out what is there and wanted, then ends the stream or fetches, if there is cause. */
    private void step() {
      if (badRequest) {
        fail(new IllegalArgumentException("request(n) needs n of at least 1 (rule 3.9)"));
        return;
      }
      takePage();
      emit();
      boolean empty = !items.hasNext() && fetch == null;
      if (empty && walk.hasEnded()) {
        Flow.Subscriber<? super T> target = subscriber;
        subscriber = null;
        if (target != null) {
          target.onComplete();
        }
      } else if (empty && demand.get() > 0 && subscriber != null) {
        startFetch();
      }
    }

    private void startFetch() {
      CompletableFuture<Page<T>> started = walk.next().executeAsync();
      fetch = started;
      if (subscriber == null) {
        started.cancel(true);
      }
      // Not a chained future: cancelling has to reach this very one.
      CompletableFuture<Page<T>> unused = started.whenComplete((page, failure) -> signal());
    }

    private void takePage() {
      CompletableFuture<Page<T>> finished = fetch;
      if (finished == null || !finished.isDone()) {
        return;
      }
      fetch = null;
      try {
        Page<T> page = finished.join();
        walk.passed(page);
        items = page.items().iterator();
      } catch (CompletionException e) {
        fail(e.getCause() == null ? e : e.getCause());
      } catch (RuntimeException e) {
        fail(e);
      }
    }

    private void emit() {
      while (items.hasNext() && demand.get() > 0) {
        Flow.Subscriber<? super T> target = subscriber;
        if (target == null) {
          items = Collections.emptyIterator();
          return;
        }
        target.onNext(items.next());
        demand.getAndUpdate(now -> now == Long.MAX_VALUE ? now : now - 1);
        if (badRequest) {
          return;
        }
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
