package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.journal.JobHeader;
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
  private static final List<ItemResult> RESULTS = List.of(ItemResult.values());

  private final RowIndex index;
  private final Map<ItemResult, Long> counts = new EnumMap<>(ItemResult.class);
  private @Nullable JobHeader header;

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

  /** Notes the last line of a row. */
  void put(JournalLine line, long offset) throws IOException {
    int before = index.state(line.row());
    if (before >= FIRST_RESULT) {
      counts.merge(RESULTS.get(before - FIRST_RESULT), -1L, Long::sum);
    }
    if (line.isFinished()) {
      counts.merge(line.result(), 1L, Long::sum);
      index.put(line.row(), FIRST_RESULT + RESULTS.indexOf(line.result()), offset);
    } else if (line.isStarted()) {
      index.put(line.row(), STARTED, offset);
    }
  }

  /** Tells whether a row with this line needs nothing more, before unknown outcomes are settled. */
  boolean isFinal(JournalLine line) {
    return line.isFinished() && line.result() != ItemResult.NOT_TRIED;
  }

  boolean isKnown(long row) throws IOException {
    return index.state(row) != 0;
  }

  boolean has(long row, ItemResult result) throws IOException {
    return index.state(row) == FIRST_RESULT + RESULTS.indexOf(result);
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
