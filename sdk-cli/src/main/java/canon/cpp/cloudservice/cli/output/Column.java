package canon.cpp.cloudservice.cli.output;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of the output. Its name is the same in all formats.
 *
 * @param <T> the type of the rows
 * @param name the name, in lower case with underscores
 * @param value returns the cell of a row: text, a number, a boolean, a list of texts, or null
 */
public record Column<T>(String name, Function<T, @Nullable Object> value) {

  /** Returns the cell of a row as text; empty for null. */
  public String text(T row) {
    Object cell = value.apply(row);
    if (cell == null) {
      return "";
    }
    if (cell instanceof Iterable<?> several) {
      StringBuilder joined = new StringBuilder();
      for (Object one : several) {
        joined.append(joined.isEmpty() ? "" : " ").append(one);
      }
      return joined.toString();
    }
    return cell.equals(true) ? "yes" : cell.equals(false) ? "no" : cell.toString();
  }
}
