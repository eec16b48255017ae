package canon.cpp.cloudservice.cli.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Closes readers that were not read to their end. */
final class OpenReaders implements AutoCloseable {
  private final List<RowReader> open = new ArrayList<>();

  interface Opener {
    RowReader open() throws IOException;
  }

  /** Returns the rows of a new reader, which is closed at its end. */
  Iterator<InputRow> add(Opener opener, InputHeader header) {
    try {
      RowReader reader = opener.open();
      synchronized (open) {
        open.add(reader);
      }
      return new Rows(reader, header);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void close(RowReader reader) {
    synchronized (open) {
      open.remove(reader);
    }
    reader.close();
  }

  @Override
  public void close() {
    List<RowReader> left;
    synchronized (open) {
      left = List.copyOf(open);
    }
    left.forEach(this::close);
  }

  private final class Rows implements Iterator<InputRow> {
    private final RowReader reader;
    private final InputHeader header;
    private @Nullable InputRow next;

    Rows(RowReader reader, InputHeader header) {
      this.reader = reader;
      this.header = header;
      advance();
    }

    private void advance() {
      try {
        next = reader.next(header);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (next == null) {
        close(reader);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public InputRow next() {
      InputRow row = next;
      if (row == null) {
        throw new NoSuchElementException();
      }
      advance();
      return row;
    }
  }
}
