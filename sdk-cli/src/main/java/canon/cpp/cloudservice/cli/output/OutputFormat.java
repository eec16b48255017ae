package canon.cpp.cloudservice.cli.output;

import java.util.Locale;

/** How rows are printed. */
public enum OutputFormat {
  /** Aligned columns for people. */
  TABLE,
  /** One JSON array, or one object for a single result. */
  JSON,
  /** One JSON object on each line. */
  JSONL,
  /** Comma-separated values with a header. */
  CSV;

  /** Returns the name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
