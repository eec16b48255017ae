package canon.cpp.cloudservice.bulk.internal.job;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.bulk.internal.removal.Ceiling;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * The options that jobs and the applications of plans have in common.
 *
 * @param <S> the interface that has the options
 */
public abstract class FluentJob<S> {
  protected final JobSettings settings;

  protected FluentJob(JobSettings settings) {
    this.settings = settings;
  }

  /** Returns a copy with other settings. */
  protected abstract S with(JobSettings changed);

  private S set(Consumer<JobSettings> change) {
    return with(settings.with(change));
  }

  public S resumeAsOtherAccount() {
    return set(copy -> copy.otherAccount = true);
  }

  public S maxConcurrency(int requests) {
    return set(copy -> copy.maxConcurrency = OptionValues.maxConcurrency(requests));
  }

  public S stopAfterRejections(long rejections) {
    long checked = OptionValues.notNegative("stopAfterRejections", rejections);
    return set(copy -> copy.maxRejections = checked);
  }

  public S onProgress(Consumer<BulkProgress> listener) {
    return set(copy -> copy.progress = requireNonNull(listener, "listener"));
  }

  public S removingAtMost(long removals) {
    long checked = OptionValues.notNegative("removingAtMost", removals);
    return set(copy -> copy.ceiling = new Ceiling(checked, settings.ceiling.approved()));
  }

  public S approvingRemovals(long removals) {
    long checked = OptionValues.notNegative("approvingRemovals", removals);
    return set(copy -> copy.ceiling = new Ceiling(settings.ceiling.atMost(), checked));
  }

  public S time(Timer timer, Clock clock) {
    return set(
        copy -> {
          copy.timer = requireNonNull(timer, "timer");
          copy.clock = requireNonNull(clock, "clock");
        });
  }
}
