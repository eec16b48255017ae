package canon.cpp.cloudservice.testing.internal.printers;

import canon.cpp.cloudservice.testing.internal.membership.Accounts;
import canon.cpp.cloudservice.testing.internal.membership.SiteFounding;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.site.SiteOperations;
import canon.cpp.cloudservice.testing.internal.store.PrinterStore;
import canon.cpp.cloudservice.testing.internal.store.RegisteredPrinter;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.BodyFields;
import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Registers printers, with the options to transfer a printer or to found a site: D4, D20 to D22.
 */
public final class PrinterRegistration {
  private final Accounts accounts;
  private final SiteFounding founding;
  private final PrinterStore printers;

  public PrinterRegistration(Accounts accounts, SiteFounding founding, PrinterStore printers) {
    this.accounts = accounts;
    this.founding = founding;
    this.printers = printers;
  }

  public List<Operation> operations() {
    return List.of(Operation.change("registerPrinter", "POST", "/v1/printers", this::register));
  }

  private ObjectNode register(OperationContext context) {
    // The permission depends on the body, which is not validated yet.
    boolean foundsSite = context.bodyHasFlag("foundSite");
    Optional<Site> administered = Optional.empty();
    if (foundsSite) {
      founding.checkMayFound(context.account());
    } else {
      administered = Optional.of(accounts.administrator(context.account()));
    }
    RegistrationFields fields = RegistrationFields.read(context.body());

    if (foundsSite) {
      founding.checkIsNew(context.account());
    }
    Optional<RegisteredPrinter> present = check(fields);
    boolean elsewhere =
        present.isPresent() && !administered.equals(present.map(RegisteredPrinter::site));
    if (elsewhere && !fields.transfer()) {
      throw new ProblemException(ProblemKind.PRINTER_REGISTERED_ELSEWHERE);
    }
    Site site = administered.orElseGet(() -> founding.found(context.account(), context.now()));
    ObjectNode result =
        present.isPresent() && !elsewhere
            ? registerAgain(present.get(), fields)
            : registerNew(site, fields, elsewhere, context);
    if (foundsSite) {
      result.set("foundedSite", SiteOperations.json(site));
    }
    return result;
  }

  /** Checks the proof (D20) and the series of a known serial number (D22). */
  private Optional<RegisteredPrinter> check(RegistrationFields fields) {
    if (!PrinterProofs.isValid(fields.proof(), fields.series(), fields.serialNumber())) {
      throw new ProblemException(ProblemKind.PRINTER_NOT_PROVEN);
    }
    Optional<RegisteredPrinter> present = printers.withSerialNumber(fields.serialNumber());
    if (present.filter(printer -> !printer.series().equals(fields.series())).isPresent()) {
      throw ProblemException.invalid(
          "series",
          Code.MISMATCH,
          "A printer with this serial number is registered with another series.");
    }
    return present;
  }

  private ObjectNode registerNew(
      Site site, RegistrationFields fields, boolean transfer, OperationContext context) {
    RegisteredPrinter printer =
        printers.register(
            site, fields.series(), fields.serialNumber(), fields.displayName(), context.now());
    return json(printer, transfer ? "transferred" : "registered");
  }

  private ObjectNode registerAgain(RegisteredPrinter present, RegistrationFields fields) {
    if (present.displayName().equals(fields.displayName())) {
      return json(present, "unchanged");
    }
    return json(printers.rename(present, fields.displayName()), "renamed");
  }

  private ObjectNode json(RegisteredPrinter printer, String outcome) {
    ObjectNode json = Json.object();
    json.set("printer", PrinterJson.printer(printer, printers));
    return json.put("result", outcome);
  }

  /** The fields of the request. */
  private record RegistrationFields(
      String series, String serialNumber, String proof, String displayName, boolean transfer) {

    static RegistrationFields read(BodyFields fields) {
      Optional<String> series = fields.text("series", Limits.SERIES);
      Optional<String> serialNumber = fields.text("serialNumber", Limits.SERIAL_NUMBER);
      Optional<String> proof = fields.text("printerProof", Limits.PRINTER_PROOF);
      Optional<String> displayName = fields.text("displayName", Limits.DISPLAY_NAME);
      boolean transfer = fields.flag("transfer");
      fields.flag("foundSite");
      fields.check();
      return new RegistrationFields(
          series.orElseThrow(),
          serialNumber.orElseThrow(),
          proof.orElseThrow(),
          displayName.orElseThrow(),
          transfer);
    }
  }
}
