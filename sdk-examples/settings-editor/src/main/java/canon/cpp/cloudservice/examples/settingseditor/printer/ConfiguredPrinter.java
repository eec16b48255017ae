package canon.cpp.cloudservice.examples.settingseditor.printer;

import static canon.cpp.cloudservice.examples.settingseditor.EditorConfig.required;

import canon.cpp.cloudservice.printers.PrinterIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A printer that is described in the configuration. The printer's software writes each fresh proof
 * to a file, and its web server tells in a header that the local user has the right. Only that web
 * server can reach this program, which listens on the loopback interface, and it must remove the
 * header from requests of browsers.
 */
public final class ConfiguredPrinter implements PrinterHost {
  private final Properties file;

  public ConfiguredPrinter(Properties file) {
    this.file = file;
  }

  @Override
  public PrinterIdentity identity() {
    try {
      return PrinterIdentity.of(
          required(file, "printer.series"),
          required(file, "printer.serial-number"),
          Files.readString(Path.of(required(file, "printer.proof-file"))).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean mayAdminister(HttpServletRequest request) {
    return "full".equals(request.getHeader(required(file, "printer.right-header")));
  }
}
