package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of each row of a journal, and where its last line begins. */
final class RowStates implements AutoCloseable {
  /** The state of a row that was started; a row with a result has the number of the result too. */
  private static final int STARTED = 1;

  private static final int FIRST_RESULT = 2;

  /** Set in the state of a row whose target was read. */
  private static final int TARGET = 0x40;

  private static final int WITHOUT_TARGET = 0x3f;
  private static final List<ItemResult> RESULTS = List.of(ItemResult.values());

  private final RowIndex index;
  private final Map<ItemResult, Long> counts = new EnumMap<>(ItemResult.class);
  private @Nullable JobHeader header;
  private long targets;
  private long allowedRemovals = -1;

  private RowStates(RowIndex index) {
    this.index = index;
  }

  static RowStates create() throws IOException {
    return new RowStates(RowIndex.create());
  }

  /** Reads a journal, cuts its torn last line, and returns its header; null if it is empty. */
  @Nullable JobHeader load(JournalFile file) throws IOException {
    file.readAll(
        (line, offset) -> {
          if (offset == 0) {
            header = JournalLines.headerOf(line, file);
          } else {
            put(line, offset);
          }
        });
    file.cutTornLine();
    return header;
  }

  /** Notes a line; lines of other types are ignored. */
  void put(JournalLine line, long offset) throws IOException {
    if (line.isAllowed()) {
      allowedRemovals = line.removals();
    } else if (line.isStarted() || line.isFinished()) {
      putRow(line, offset);
    }
  }

  private void putRow(JournalLine line, long offset) throws IOException {
    int before = index.state(line.row());
    if (isResult(before)) {
      counts.merge(RESULTS.get((before & WITHOUT_TARGET) - FIRST_RESULT), -1L, Long::sum);
    }
    int state = STARTED;
    if (line.isFinished()) {
      counts.merge(line.result(), 1L, Long::sum);
      state = stateOf(line.result());
    }
    targets += line.hasTarget() && (before & TARGET) == 0 ? 1 : 0;
    index.put(line.row(), state | (line.hasTarget() ? TARGET : before & TARGET), offset);
  }

  private static boolean isResult(int state) {
    return (state & WITHOUT_TARGET) >= FIRST_RESULT;
  }

  private static int stateOf(ItemResult result) {
    return FIRST_RESULT + RESULTS.indexOf(result);
  }

  /** Tells whether a row with this line needs nothing more, before unknown outcomes are settled. */
  boolean isFinal(JournalLine line) {
    return line.isFinished()
        && line.result() != ItemResult.NOT_TRIED
        && line.result() != ItemResult.PARTLY;
  }

  boolean isKnown(long row) throws IOException {
    return index.state(row) != 0;
  }

  /** Tells whether a row of the journal has no final result. */
  boolean isOpen(long row) throws IOException {
    int state = index.state(row) & WITHOUT_TARGET;
    return state == STARTED
        || state == stateOf(ItemResult.NOT_TRIED)
        || state == stateOf(ItemResult.PARTLY);
  }

  boolean isUnknown(long row) throws IOException {
    return (index.state(row) & WITHOUT_TARGET) == stateOf(ItemResult.UNKNOWN);
  }

  boolean hasTarget(long row) throws IOException {
    return (index.state(row) & TARGET) != 0;
  }

  /** Returns how many rows have a target. */
  long targets() {
    return targets;
  }

  /** Returns how many removals were allowed; -1 if that was not decided. */
  long allowedRemovals() {
    return allowedRemovals;
  }

  long offset(long row) throws IOException {
    return index.offset(row);
  }

  /** Returns the highest row; 0 if there is none. */
  long last() {
    return index.rows();
  }

  long count(ItemResult result) {
    return counts.getOrDefault(result, 0L);
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
