package canon.cpp.cloudservice.benchmarks.compare;

import java.util.List;

/** A table of Markdown whose cells are numbers, but for the first column. */
final class MarkdownTable {
  private final StringBuilder text = new StringBuilder();

  MarkdownTable(String first, List<String> columns) {
    row(first, columns);
    text.append("|---|").append("--:|".repeat(columns.size())).append('\n');
  }

  void row(String first, List<String> cells) {
    text.append("| ").append(first).append(" | ").append(String.join(" | ", cells)).append(" |\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
