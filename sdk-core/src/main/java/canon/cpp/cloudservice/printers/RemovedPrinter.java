package canon.cpp.cloudservice.printers;

import static java.util.Objects.requireNonNull;

/**
 * What removing a printer did (D25).
 *
 * @param printer the printer as it was before
 */
public record RemovedPrinter(Printer printer) {

  /**
   * Creates the value.
   *
   * @param printer the printer as it was before
   * @throws NullPointerException if something is missing that may not be null
   */
  public RemovedPrinter {
    requireNonNull(printer, "printer");
  }
}
