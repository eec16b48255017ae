package canon.cpp.cloudservice.cli.output;

/**
 * Prints rows as they come, so that a million rows need no memory. Close it to print the end.
 *
 * @param <T> the type of the rows
 */
public interface RowWriter<T> extends AutoCloseable {

  /** Prints a row. */
  void write(T row);

  @Override
  void close();
}
