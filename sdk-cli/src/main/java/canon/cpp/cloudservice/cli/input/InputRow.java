package canon.cpp.cloudservice.cli.input;

import java.util.List;

/**
 * A row of the input.
 *
 * @param line the number of its first line in the file
 * @param cells the cells, without those that an earlier result file has added
 * @param key the address or serial number
 * @param earlier the last cells of an earlier result file, if the row needs nothing any more; empty
 *     if the row is to be run
 */
public record InputRow(long line, List<String> cells, String key, List<String> earlier) {
  /** Tells whether the row is to be run. */
  public boolean isToRun() {
    return earlier.isEmpty();
  }
}
