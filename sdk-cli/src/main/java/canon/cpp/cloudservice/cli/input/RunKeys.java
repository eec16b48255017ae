package canon.cpp.cloudservice.cli.input;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The keys of the rows that are to be run. */
final class RunKeys implements Iterator<String> {
  private final Iterator<InputRow> rows;
  private @Nullable String next;

  RunKeys(Iterator<InputRow> rows) {
    this.rows = rows;
    this.next = find();
  }

  private @Nullable String find() {
    while (rows.hasNext()) {
      InputRow row = rows.next();
      if (row.isToRun()) {
        return row.key();
      }
    }
    return null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public String next() {
    String key = next;
    if (key == null) {
      throw new NoSuchElementException();
    }
    next = find();
    return key;
  }
}
