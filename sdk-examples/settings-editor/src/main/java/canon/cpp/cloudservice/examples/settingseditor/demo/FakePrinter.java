package canon.cpp.cloudservice.examples.settingseditor.demo;

import canon.cpp.cloudservice.examples.settingseditor.printer.PrinterHost;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import jakarta.servlet.http.HttpServletRequest;

/** A printer whose proof the fake service accepts, and whose local user may do everything. */
record FakePrinter(PrinterIdentity identity) implements PrinterHost {
  @Override
  public boolean mayAdminister(HttpServletRequest request) {
    return true;
  }
}
