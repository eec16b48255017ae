package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job in a journal file. */
final class FileJobStore implements JobStore {
  private final JournalFile file;
  private final RowStates rows;
  private final @Nullable EarlierRows earlier;
  private final JobHeader header;
  private final String account;
  private long lastRead;

  private FileJobStore(
      JournalFile file,
      RowStates rows,
      @Nullable EarlierRows earlier,
      JobHeader header,
      String account) {
    this.file = file;
    this.rows = rows;
    this.earlier = earlier;
    this.header = header;
    this.account = account;
  }

  /** Opens the job in a file, which is released if that fails. */
  static FileJobStore open(
      JournalFile file, @Nullable Path earlier, JobHeader wanted, boolean otherAccount)
      throws IOException {
    RowStates rows = RowStates.create();
    EarlierRows earlierRows = null;
    try {
      JobHeader header = rows.load(file);
      if (header == null) {
        header = wanted;
        file.append(JournalLine.header(wanted));
        file.sync();
      }
      wanted.checkContinues(header, otherAccount);
      if (earlier != null) {
        earlierRows = EarlierRows.open(earlier);
        wanted.checkContinues(earlierRows.header(), otherAccount);
      }
      return new FileJobStore(file, rows, earlierRows, header, wanted.account());
    } catch (IOException | RuntimeException e) {
      release(file, rows, earlierRows);
      throw e;
    }
  }

  @Override
  public JobHeader header() {
    return header;
  }

  @Override
  public String account() {
    return account;
  }

  @Override
  public List<JobRow> next(Iterator<String> input, int max) {
    List<JobRow> found = new ArrayList<>();
    try {
      while (found.size() < max && input.hasNext()) {
        String text = input.next();
        lastRead++;
        if (text == null) {
          throw new IllegalArgumentException("Row " + lastRead + " of the input is null");
        }
        JobRow row = unfinished(lastRead, text);
        if (row != null) {
          found.add(row);
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return found;
  }

  private @Nullable JobRow unfinished(long number, String text) throws IOException {
    JournalLine carried = earlier == null ? null : earlier.take(text);
    if (rows.isKnown(number)) {
      JournalLine line = file.read(rows.offset(number));
      if (!line.input().equals(text)) {
        throw differs(number);
      }
      return open(line);
    }
    if (carried != null && (carried.isStarted() || rows.isFinal(carried))) {
      JournalLine line = carried.carriedTo(number);
      rows.put(line, file.append(line));
      return open(line);
    }
    return JobRow.fresh(number, text);
  }

  private @Nullable JobRow open(JournalLine line) {
    return rows.isFinal(line) ? null : line.toRow();
  }

  private static JournalException differs(long number) {
    return new JournalException(
        "Row "
            + number
            + " of the input differs from the one in the journal. Use the same input, or keep this"
            + " journal and call continuing(…) with a new one.",
        null);
  }

  @Override
  public List<JobRow> found(long after, int max) {
    return rows(after, max, row -> rows.isOpen(row) && rows.hasTarget(row));
  }

  @Override
  public List<JobRow> unknown(long after, int max) {
    return rows(after, max, rows::isUnknown);
  }

  private interface RowFilter {
    boolean test(long row) throws IOException;
  }

  private List<JobRow> rows(long after, int max, RowFilter filter) {
    List<JobRow> found = new ArrayList<>();
    try {
      for (long row = after + 1; row <= rows.last() && found.size() < max; row++) {
        if (filter.test(row)) {
          found.add(file.read(rows.offset(row)).toRow());
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return found;
  }

  @Override
  public void started(List<JobRow> started) {
    try {
      for (JobRow row : started) {
        JournalLine line = JournalLine.started(row);
        rows.put(line, file.append(line));
      }
      file.sync();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void finished(JobRow row, BulkItem item, Instant at) {
    try {
      JournalLine line = JournalLine.finished(row, item, at);
      rows.put(line, file.append(line));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public long count(ItemResult result) {
    return rows.count(result);
  }

  @Override
  public long targets() {
    return rows.targets();
  }

  @Override
  public void allow(long removals) {
    try {
      JournalLine line = JournalLine.allowed(removals);
      rows.put(line, file.append(line));
      file.sync();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public long allowedRemovals() {
    return rows.allowedRemovals();
  }

  @Override
  public long gone() {
    return earlier == null ? 0 : earlier.left();
  }

  @Override
  public void close() {
    try {
      file.sync();
      release(file, rows, earlier);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static void release(JournalFile file, RowStates rows, @Nullable EarlierRows earlier)
      throws IOException {
    try (rows;
        earlier) {
      file.release();
    }
  }

  private static JournalException unreadable(IOException e) {
    return new JournalException("The journal cannot be read: " + e.getMessage(), e);
  }

  private static JournalException unwritable(IOException e) {
    return new JournalException(
        "The journal cannot be written: " + e.getMessage() + ". Free space, then run again.", e);
  }
}
