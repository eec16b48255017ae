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
    new Reading<>(list, executor, subscriber).signal();
  }

  /**
   * One subscription. Signals come from {@link #drain} alone, which one thread at a time runs: who
   * raises {@code work} from zero starts it, others only leave word that there is more to do.
   */
  private static final class Reading<T> implements Flow.Subscription {
    private final ListCall<T> list;
    private final PageCursor<T> walk;
    private final Executor executor;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private volatile Flow.@Nullable Subscriber<? super T> subscriber;
    private volatile @Nullable CompletableFuture<Page<T>> fetch;
    private volatile boolean badRequest;
    private boolean introduced;
    private Iterator<T> items = Collections.emptyIterator();

    Reading(ListCall<T> list, Executor executor, Flow.Subscriber<? super T> subscriber) {
      this.list = list;
      this.walk = new PageCursor<>(list);
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
        try {
          step();
        } catch (RuntimeException | Error e) {
          // Only a subscriber throws, against the rules; it hears no more, its executor does.
          cancel();
          throw e;
        }
        seen = work.addAndGet(-seen);
      } while (seen != 0);
    }

    /** Hands out what is there and wanted, then ends the stream or fetches, if there is cause. */
    private void step() {
      introduce();
      takePage();
      emit();
      boolean empty = !items.hasNext() && fetch == null;
      if (badRequest) {
        fail(new IllegalArgumentException("request(n) needs n of at least 1 (rule 3.9)"));
      } else if (empty && walk.hasEnded()) {
        complete();
      } else if (empty && demand.get() > 0 && subscriber != null) {
        startFetch();
      }
    }

    private void introduce() {
      Flow.Subscriber<? super T> target = subscriber;
      if (!introduced && target != null) {
        introduced = true;
        target.onSubscribe(this);
        failUnlessReady();
      }
    }

    /** Misuse is told at once, not only to who goes on to ask for items. */
    private void failUnlessReady() {
      try {
        list.caller().checkReady();
      } catch (IllegalStateException e) {
        fail(e);
      }
    }

    private void startFetch() {
      CompletableFuture<Page<T>> started;
      try {
        started = walk.next().executeAsync();
      } catch (RuntimeException e) {
        // The client was closed meanwhile.
        fail(e);
        return;
      }
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
