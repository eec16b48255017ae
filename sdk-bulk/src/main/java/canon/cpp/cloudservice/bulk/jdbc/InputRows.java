package canon.cpp.cloudservice.bulk.jdbc;

import canon.cpp.cloudservice.bulk.JournalException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Stores the input of the job, and compares what another worker or run has stored. */
final class InputRows {
  private static final int GROUP = 1_000;

  private final JobTable job;
  private final RowTable rows;
  private long last;

  InputRows(JobTable job, RowTable rows) {
    this.job = job;
    this.rows = rows;
  }

  /** Returns the last row that was stored or compared. */
  long last() {
    return last;
  }

  /**
   * Stores or compares the next rows.
   *
   * @return false if the input has no more
   * @throws JournalException if a row differs from the stored one
   */
  boolean read(Database database, Iterator<String> input) {
    List<String> group = group(input);
    if (group.isEmpty()) {
      checkEnd(database);
      return false;
    }
    database.run(connection -> store(connection, group));
    last += group.size();
    return true;
  }

  private List<String> group(Iterator<String> input) {
    List<String> group = new ArrayList<>();
    while (group.size() < GROUP && input.hasNext()) {
      String text = input.next();
      if (text == null) {
        throw new IllegalArgumentException(
            "Row " + (last + group.size() + 1) + " of the input is null");
      }
      group.add(storable(text));
    }
    return group;
  }

  /** Replaces what databases cannot store in a text; the service rejects such rows. */
  private static String storable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replace('\0', '\u2400');
  }

  private void store(Connection connection, List<String> group) throws SQLException {
    List<String> stored = rows.inputs(connection, last + 1, last + group.size());
    if (stored.size() < group.size()) {
      job.lock(connection);
      stored = rows.inputs(connection, last + 1, last + group.size());
      rows.insert(connection, last + stored.size() + 1, group.subList(stored.size(), group.size()));
    }
    for (int i = 0; i < stored.size(); i++) {
      if (!stored.get(i).equals(group.get(i))) {
        throw new JournalException(
            "Row "
                + (last + i + 1)
                + " of the input differs from the one in the journal. Use the same input in every"
                + " worker and run, or a new journal.",
            null);
      }
    }
  }

  private void checkEnd(Database database) {
    if (database.query(connection -> rows.hasRowsAfter(connection, last))) {
      throw new JournalException(
          "The input ends after row "
              + last
              + ", but the journal has more rows. Use the same input in every worker and run, or a"
              + " new journal.",
          null);
    }
  }
}
