package canon.cpp.cloudservice.examples.settingseditor.printer;

import canon.cpp.cloudservice.printers.PrinterIdentity;
import jakarta.servlet.http.HttpServletRequest;

/** What the printer's own software knows. A product implements it. */
public interface PrinterHost {
  /**
   * Returns series and serial number of this printer, with a fresh proof (D20). Nothing of it is
   * typed, and the proof is not shown.
   */
  PrinterIdentity identity();

  /**
   * Returns whether the local user of a request has the right [Full access to administration
   * tasks].
   */
  boolean mayAdminister(HttpServletRequest request);
}
