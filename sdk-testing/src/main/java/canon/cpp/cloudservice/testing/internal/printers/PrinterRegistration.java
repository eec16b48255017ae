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
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Registering a printer, with or without taking it over or founding a site: D4, D20 to D22. */
public final class PrinterRegistration {
  private static final int MAX_LENGTH = 64;
  private static final int MAX_DISPLAY_NAME = 128;
  private static final int MAX_PROOF = 16_384;

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

  private ObjectNode register(OperationContext exchange) {
    // Who may do this depends on the body, which is not valid yet.
    boolean wishesToFound = exchange.bodyHasFlag("foundSite");
    Optional<Site> administered = Optional.empty();
    if (wishesToFound) {
      founding.checkWhoMay(exchange.account());
    } else {
      administered = Optional.of(accounts.administrator(exchange.account()));
    }
    Wish wish = Wish.read(exchange.body());

    if (wishesToFound) {
      founding.checkIsNew(exchange.account());
    }
    Optional<RegisteredPrinter> present = check(wish);
    boolean elsewhere =
        present.isPresent() && !administered.equals(present.map(RegisteredPrinter::site));
    if (elsewhere && !wish.transfer()) {
      throw new ProblemException(ProblemKind.PRINTER_REGISTERED_ELSEWHERE);
    }
    Site site = administered.orElseGet(() -> founding.found(exchange.account(), exchange.now()));
    ObjectNode answer =
        present.isPresent() && !elsewhere
            ? registerAgain(present.get(), wish)
            : registerNew(site, wish, elsewhere, exchange);
    if (wishesToFound) {
      answer.set("foundedSite", SiteOperations.json(site));
    }
    return answer;
  }

  /** The printer's own part (D20), and that a serial number stays with its series (D22). */
  private Optional<RegisteredPrinter> check(Wish wish) {
    if (!PrinterProofs.isGood(wish.proof(), wish.series(), wish.serialNumber())) {
      throw new ProblemException(ProblemKind.PRINTER_NOT_PROVEN);
    }
    Optional<RegisteredPrinter> present = printers.withSerialNumber(wish.serialNumber());
    if (present.filter(printer -> !printer.series().equals(wish.series())).isPresent()) {
      throw ProblemException.invalid(
          "series",
          Code.MISMATCH,
          "A printer with this serial number is known with another series.");
    }
    return present;
  }

  private ObjectNode registerNew(
      Site site, Wish wish, boolean transfer, OperationContext exchange) {
    RegisteredPrinter printer =
        printers.register(
            site, wish.series(), wish.serialNumber(), wish.displayName(), exchange.now());
    return answer(printer, transfer ? "transferred" : "registered");
  }

  private ObjectNode registerAgain(RegisteredPrinter present, Wish wish) {
    if (present.displayName().equals(wish.displayName())) {
      return answer(present, "unchanged");
    }
    return answer(printers.rename(present, wish.displayName()), "renamed");
  }

  private ObjectNode answer(RegisteredPrinter printer, String result) {
    ObjectNode answer = Json.object();
    answer.set("printer", PrinterJson.printer(printer, printers.licences(printer.serialNumber())));
    return answer.put("result", result);
  }

  /** What the request asks for. */
  private record Wish(
      String series, String serialNumber, String proof, String displayName, boolean transfer) {

    static Wish read(BodyFields fields) {
      Optional<String> series = fields.text("series", MAX_LENGTH);
      Optional<String> serialNumber = fields.text("serialNumber", MAX_LENGTH);
      Optional<String> proof = fields.text("printerProof", MAX_PROOF);
      Optional<String> displayName = fields.text("displayName", MAX_DISPLAY_NAME);
      boolean transfer = fields.flag("transfer");
      fields.flag("foundSite");
      fields.check();
      return new Wish(
          series.orElseThrow(),
          serialNumber.orElseThrow(),
          proof.orElseThrow(),
          displayName.orElseThrow(),
          transfer);
    }
  }
}
