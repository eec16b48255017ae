package canon.cpp.cloudservice.printers;

import static java.util.Objects.requireNonNull;

/**
 * What removing a printer did (D25).
 *
 * @param printer the printer as it was before
 */
public record RemovedPrinter(Printer printer) {

  public RemovedPrinter {
    requireNonNull(printer, "printer");
  }
}
