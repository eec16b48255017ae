package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.cli.input.InputOptions;
import canon.cpp.cloudservice.cli.output.CsvDialect;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where an export goes, and how it is written. */
public final class ExportOptions {
  @Parameters(paramLabel = "FILE", description = "The CSV file, which is replaced as a whole.")
  private Path file = Path.of("");

  @Option(
      names = "--excel",
      description = "For a spreadsheet in Europe: byte order mark, semicolons, CR LF.")
  private boolean excel;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "The code page, for example windows-1252. Default: UTF-8.")
  private @Nullable String charset;

  Path file() {
    return file;
  }

  CsvDialect dialect() {
    CsvDialect dialect = excel ? CsvDialect.spreadsheet() : CsvDialect.plain();
    return charset == null ? dialect : dialect.withCharset(InputOptions.charset(charset));
  }
}
