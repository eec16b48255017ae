package canon.cpp.cloudservice.testing.internal.printers;

import canon.cpp.cloudservice.testing.internal.wire.Digests;

/** The printer proofs of the fake (D20). The format of real proofs is not known. */
public final class PrinterProofs {
  private PrinterProofs() {}

  /** Returns the only valid proof for a series and serial number. */
  public static String proofOf(String series, String serialNumber) {
    return "fake-proof-" + Digests.hex("printer", series, serialNumber).substring(0, 24);
  }

  static boolean isValid(String proof, String series, String serialNumber) {
    return proof.equals(proofOf(series, serialNumber));
  }
}
