package canon.cpp.cloudservice.cli.input;

import canon.cpp.cloudservice.cli.exit.CommandException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first line of an input. A file with one column needs none if its first line is an address.
 *
 * @param isPresent whether the file has a header
 * @param columns the names of the columns, without those of a result file
 * @param key the index of the column with the keys
 * @param isResultFile whether the file is the result file of an earlier command
 */
record InputHeader(boolean isPresent, List<String> columns, int key, boolean isResultFile) {

  static InputHeader of(
      List<String> first, @Nullable String wanted, List<String> names, Path file) {
    if (first.isEmpty()) {
      throw CommandException.usage("The input " + file + " is empty.");
    }
    if (wanted == null && first.size() == 1 && first.get(0).indexOf('@') > 0) {
      return new InputHeader(false, List.of(names.get(0)), 0, false);
    }
    int added = ResultColumns.NAMES.size();
    int own = first.size() - added;
    boolean result = own > 0 && first.subList(own, first.size()).equals(ResultColumns.NAMES);
    List<String> columns = List.copyOf(result ? first.subList(0, own) : first);
    return new InputHeader(true, columns, find(columns, wanted, names, file), result);
  }

  private static int find(
      List<String> columns, @Nullable String wanted, List<String> names, Path file) {
    List<String> accepted = wanted == null ? names : List.of(wanted.toLowerCase(Locale.ROOT));
    Optional<String> found =
        columns.stream()
            .filter(column -> accepted.contains(column.strip().toLowerCase(Locale.ROOT)))
            .findFirst();
    return columns.indexOf(
        found.orElseThrow(
            () ->
                CommandException.usage(
                    file
                        + ", line 1: there is no column "
                        + String.join(" or ", accepted)
                        + ". Add a header, or name the column with --column.")));
  }

  /** Returns the number of cells of each line. */
  int width() {
    return columns.size() + (isResultFile ? ResultColumns.NAMES.size() : 0);
  }
}
