package canon.cpp.cloudservice.internal.observe;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners. One that throws harms neither the call nor the others. */
public final class Listeners implements CallListener {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice");

  private final List<CallListener> all;

  public Listeners(List<CallListener> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public void callStarted(CallInfo call) {
    tell(listener -> listener.callStarted(call));
  }

  @Override
  public void tokenFetched(CallInfo call, Duration took, @Nullable Throwable failure) {
    tell(listener -> listener.tokenFetched(call, took, failure));
  }

  @Override
  public void attemptStarted(CallInfo call, int number) {
    tell(listener -> listener.attemptStarted(call, number));
  }

  @Override
  public void attemptEnded(CallInfo call, int number, Attempt attempt) {
    tell(listener -> listener.attemptEnded(call, number, attempt));
  }

  @Override
  public void backoffStarted(CallInfo call, Duration pause) {
    tell(listener -> listener.backoffStarted(call, pause));
  }

  @Override
  public void callEnded(
      CallInfo call, List<Attempt> attempts, Duration took, @Nullable Throwable failure) {
    tell(listener -> listener.callEnded(call, attempts, took, failure));
  }

  private void tell(Consumer<CallListener> news) {
    for (CallListener listener : all) {
      try {
        news.accept(listener);
      } catch (RuntimeException e) {
        LOG.warn("A call listener failed: {}", listener.getClass().getName(), e);
      }
    }
  }
}
