package canon.cpp.cloudservice.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of a page in {@code docs}, for comparison with the code. */
public final class PageTables {
  private final List<String> lines;

  private PageTables(List<String> lines) {
    this.lines = lines;
  }

  public static PageTables of(String page) {
    try {
      return new PageTables(Files.readAllLines(Path.of("..", "docs", page)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the rows of the table whose first column has this heading: the first cell, then all
   * other cells.
   */
  public Map<String, List<String>> headed(String title) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    int head = 0;
    while (!lines.get(head).startsWith("| " + title + " |")) {
      head++;
    }
    for (int i = head + 2; i < lines.size() && lines.get(i).startsWith("|"); i++) {
      List<String> cells = cells(lines.get(i));
      assertThat(cells).as(lines.get(i)).doesNotContain("").hasSameSizeAs(cells(lines.get(head)));
      assertThat(rows.put(cells.get(0), cells.subList(1, cells.size()))).isNull();
    }
    return rows;
  }

  public String text() {
    return String.join("\n", lines);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("\\|", -1))
        .limit(line.chars().filter(c -> c == '|').count() - 1)
        .map(String::trim)
        .collect(Collectors.toList());
  }
}
