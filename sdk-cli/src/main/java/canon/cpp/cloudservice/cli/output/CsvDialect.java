package canon.cpp.cloudservice.cli.output;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a CSV file is written.
 *
 * @param charset the code page
 * @param byteOrderMark whether it begins with a byte order mark
 * @param delimiter the character between cells
 * @param crlf whether lines end with CR and LF
 */
public record CsvDialect(Charset charset, boolean byteOrderMark, char delimiter, boolean crlf) {

  /** Returns the dialect of programs: UTF-8, comma, LF. */
  public static CsvDialect plain() {
    return new CsvDialect(StandardCharsets.UTF_8, false, ',', false);
  }

  /** Returns the dialect that a spreadsheet opens with a double click in most of Europe. */
  public static CsvDialect spreadsheet() {
    return new CsvDialect(StandardCharsets.UTF_8, true, ';', true);
  }

  /** Returns the dialect with another code page. */
  public CsvDialect withCharset(Charset other) {
    return new CsvDialect(other, byteOrderMark, delimiter, crlf);
  }
}
