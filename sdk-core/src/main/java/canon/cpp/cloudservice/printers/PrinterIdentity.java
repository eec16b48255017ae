package canon.cpp.cloudservice.printers;

import canon.cpp.cloudservice.internal.values.Checks;

/**
 * A printer and the proof of its identity. It comes from the printer's own host and is never typed
 * (D20).
 *
 * <pre>{@code
 * PrinterIdentity printer = PrinterIdentity.of("varioPRINT 140", "VP-1001", proof);
 * client.printers().register(printer, "Press 1").execute();
 * }</pre>
 *
 * <p>The proof is a secret that only the service interprets; {@code toString()} does not show it.
 */
public final class PrinterIdentity {
  private static final int MAX_LENGTH = 64;

  private final String series;
  private final String serialNumber;
  private final String proof;

  private PrinterIdentity(String series, String serialNumber, String proof) {
    this.series = Checks.text("series", series, MAX_LENGTH);
    this.serialNumber = Checks.text("serialNumber", serialNumber, MAX_LENGTH);
    this.proof = Checks.opaque("proof", proof);
  }

  /**
   * Returns the identity of a printer.
   *
   * @param series the printer series, 1 to 64 characters
   * @param serialNumber the serial number, 1 to 64 characters
   * @param proof the proof of both for the service; a secret of any form and length
   * @return the identity
   * @throws IllegalArgumentException if a value is blank, or if series or serial number is too long
   *     or has control characters
   */
  public static PrinterIdentity of(String series, String serialNumber, String proof) {
    return new PrinterIdentity(series, serialNumber, proof);
  }

  /**
   * Returns the printer series.
   *
   * @return the series
   */
  public String series() {
    return series;
  }

  /**
   * Returns the serial number, which identifies the printer.
   *
   * @return the serial number
   */
  public String serialNumber() {
    return serialNumber;
  }

  /**
   * Returns the proof, which is a secret. Do not log it.
   *
   * @return the proof
   */
  public String proof() {
    return proof;
  }

  /** Returns series and serial number without the proof. */
  @Override
  public String toString() {
    return "PrinterIdentity[series=" + series + ", serialNumber=" + serialNumber + "]";
  }
}
