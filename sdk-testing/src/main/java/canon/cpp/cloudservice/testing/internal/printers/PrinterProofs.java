package canon.cpp.cloudservice.testing.internal.printers;

import canon.cpp.cloudservice.testing.internal.wire.Digests;

/** The proofs of printers (D20): the fake's own, since nobody knows how real ones do it. */
public final class PrinterProofs {
  private PrinterProofs() {}

  /** The one good proof of a printer with that series and serial number. */
  public static String good(String series, String serialNumber) {
    return "fake-proof-" + Digests.hex("printer", series, serialNumber).substring(0, 24);
  }

  static boolean isGood(String proof, String series, String serialNumber) {
    return proof.equals(good(series, serialNumber));
  }
}
