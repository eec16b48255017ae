package canon.cpp.cloudservice.bulk.internal.input;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Iterates over what a publisher publishes, and requests more when half of it was taken. */
public final class PublishedRows implements Iterator<String>, Flow.Subscriber<String> {
  private static final int GROUP = 256;

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private volatile Flow.@Nullable Subscription subscription;
  private @Nullable Signal next;
  private int taken;

  private PublishedRows() {}

  /** A row, or without one the end, with an error if the publisher failed. */
  private record Signal(@Nullable String row, @Nullable Throwable error) {}

  public static Iterator<String> subscribe(Flow.Publisher<String> publisher) {
    PublishedRows rows = new PublishedRows();
    publisher.subscribe(rows);
    return rows;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    if (subscription != null) {
      given.cancel();
      return;
    }
    subscription = given;
    given.request(GROUP);
  }

  @Override
  public void onNext(String row) {
    signals.add(new Signal(row, null));
  }

  @Override
  public void onError(Throwable error) {
    signals.add(new Signal(null, error));
  }

  @Override
  public void onComplete() {
    signals.add(new Signal(null, null));
  }

  @Override
  public boolean hasNext() {
    Signal signal = next;
    if (signal == null) {
      signal = take();
      next = signal;
    }
    if (signal.error() != null) {
      throw new IllegalStateException("The publisher of the input failed", signal.error());
    }
    return signal.row() != null;
  }

  @Override
  public String next() {
    Signal signal = hasNext() ? next : null;
    String row = signal == null ? null : signal.row();
    if (row == null) {
      throw new NoSuchElementException();
    }
    next = null;
    requestMore();
    return row;
  }

  private void requestMore() {
    taken++;
    Flow.Subscription current = subscription;
    if (taken == GROUP / 2 && current != null) {
      taken = 0;
      current.request(GROUP / 2);
    }
  }

  private Signal take() {
    try {
      return signals.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Flow.Subscription current = subscription;
      if (current != null) {
        current.cancel();
      }
      return new Signal(null, new IllegalStateException("Interrupted", e));
    }
  }
}
