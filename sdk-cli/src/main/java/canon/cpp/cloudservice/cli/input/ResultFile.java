package canon.cpp.cloudservice.cli.input;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.cli.config.OwnerOnly;
import canon.cpp.cloudservice.cli.output.CsvOutput;
import canon.cpp.cloudservice.cli.terminal.OutputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the input again, with the result of each row. It is written like the input: same code
 * page, delimiter and line ends.
 */
public final class ResultFile {
  private ResultFile() {}

  /** Writes a file as a whole: it is either the old one or the complete new one. */
  public static void write(Path file, InputFile input, Stream<BulkItem> items) {
    Path next = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      OwnerOnly.create(next);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(next))) {
        write(out, input, items);
      }
      Path unused = Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new OutputException("The result file " + file, e);
    }
  }

  /** Writes to a stream. */
  public static void write(OutputStream out, InputFile input, Stream<BulkItem> items) {
    CsvOutput csv = new CsvOutput(out, input.dialect());
    csv.write(joined(input.columns(), ResultColumns.NAMES));
    Iterator<InputRow> rows = input.allRows();
    Iterator<BulkItem> results = items.iterator();
    BulkItem item = null;
    long number = 0;
    while (rows.hasNext()) {
      InputRow row = rows.next();
      if (!row.isToRun()) {
        csv.write(joined(row.cells(), row.earlier()));
        continue;
      }
      number++;
      while ((item == null || item.row() < number) && results.hasNext()) {
        item = results.next();
      }
      csv.write(joined(row.cells(), resultOf(item, number)));
    }
    csv.flush();
  }

  private static List<String> resultOf(@Nullable BulkItem item, long number) {
    return item != null && item.row() == number ? ResultColumns.of(item) : ResultColumns.notTried();
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
