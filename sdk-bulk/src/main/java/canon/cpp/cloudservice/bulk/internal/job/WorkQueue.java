package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a pass that are not in flight. New rows are prepared in groups, so that one write to
 * the disk covers many.
 */
final class WorkQueue {
  private final RowSource source;
  private final JobStore store;
  private final JobSettings settings;
  private final Alarm alarm;
  private final boolean needsKeys;
  private final Keys keys;
  private final ArrayDeque<Work> ready = new ArrayDeque<>();
  private final Set<Work> later = new LinkedHashSet<>();
  private boolean waitsForOthers;
  private boolean exhausted;

  WorkQueue(
      RowSource source, JobStore store, JobSettings settings, Alarm alarm, boolean needsKeys) {
    this.source = source;
    this.store = store;
    this.settings = settings;
    this.alarm = alarm;
    this.needsKeys = needsKeys;
    this.keys = new Keys(store.header());
  }

  /** Returns the next row, whose key, if it needs one, is durable; null if there is none now. */
  @Nullable Work next() {
    if (ready.isEmpty() && !exhausted && !waitsForOthers) {
      fill();
    }
    return ready.poll();
  }

  private void fill() {
    List<JobRow> rows = source.next(settings.maxConcurrency);
    if (rows.isEmpty()) {
      end();
    }
    List<Work> fresh = new ArrayList<>();
    for (JobRow row : rows) {
      Work work = new Work(row);
      ready.add(work);
      if (needsKeys && !work.isPrepared()) {
        fresh.add(work);
      }
    }
    prepare(fresh);
  }

  /** Ends the pass, unless other workers may leave rows behind. */
  private void end() {
    Duration wait = store.waitForOthers();
    exhausted = wait.isZero();
    if (!exhausted) {
      waitsForOthers = true;
      alarm.after(wait, () -> waitsForOthers = false);
    }
  }

  private void prepare(List<Work> works) {
    if (!works.isEmpty()) {
      Instant now = settings.clock.instant();
      works.forEach(work -> work.prepare(keys.of(work.row()), store.account(), now));
      store.started(works.stream().map(Work::row).collect(Collectors.toList()));
    }
  }

  /** Gives a row another key, because its change was not applied, and queues it. */
  void prepareAnew(Work work) {
    prepare(List.of(work));
    ready.add(work);
  }

  void addFirst(Work work) {
    ready.addFirst(work);
  }

  /** Keeps a row until it is released. */
  void addLater(Work work) {
    later.add(work);
  }

  void release(Work work) {
    if (later.remove(work)) {
      ready.add(work);
    }
  }

  /** Tells whether no row is left that is not in flight. */
  boolean isDone() {
    return exhausted && ready.isEmpty() && later.isEmpty();
  }

  /** Removes and returns the rows that are left. */
  List<Work> drain() {
    List<Work> left = new ArrayList<>(ready);
    left.addAll(later);
    ready.clear();
    later.clear();
    return left;
  }
}
