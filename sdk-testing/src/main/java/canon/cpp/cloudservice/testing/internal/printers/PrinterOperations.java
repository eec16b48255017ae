package canon.cpp.cloudservice.testing.internal.printers;

import canon.cpp.cloudservice.testing.internal.membership.Accounts;
import canon.cpp.cloudservice.testing.internal.paging.Pages;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.PrinterStore;
import canon.cpp.cloudservice.testing.internal.store.RegisteredPrinter;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The operations on registered printers: D23 to D25. */
public final class PrinterOperations {
  private static final String KEY_PATH = "/v1/printers/{printerKey}";

  private final Accounts accounts;
  private final PrinterStore printers;
  private final Pages pages;

  public PrinterOperations(Accounts accounts, PrinterStore printers, Pages pages) {
    this.accounts = accounts;
    this.printers = printers;
    this.pages = pages;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.read("listPrinters", "GET", "/v1/printers", this::list),
        Operation.read("getPrinter", "GET", KEY_PATH, this::get),
        Operation.change("removePrinter", "DELETE", KEY_PATH, this::remove));
  }

  private ObjectNode list(OperationContext context) {
    Site site = accounts.administrator(context.account());
    return pages.page(context, site, "", site.printers(), "", printer -> true, this::json);
  }

  private ObjectNode get(OperationContext context) {
    Site site = accounts.administrator(context.account());
    return json(printer(site, context));
  }

  private ObjectNode remove(OperationContext context) {
    Site site = accounts.administrator(context.account());
    RegisteredPrinter printer = printer(site, context);
    ObjectNode result = Json.object();
    result.set("printer", json(printer));
    printers.remove(printer);
    return result;
  }

  private RegisteredPrinter printer(Site site, OperationContext context) {
    Optional<String> key = context.key("printerKey", Limits.SERIAL_NUMBER);
    context.errors().check();
    return key.flatMap(
            text ->
                text.startsWith("prn_") ? printers.withId(text) : printers.withSerialNumber(text))
        .filter(printer -> printer.site() == site)
        .orElseThrow(() -> new ProblemException(Problem.notFound("printer")));
  }

  private ObjectNode json(RegisteredPrinter printer) {
    return PrinterJson.printer(printer, printers);
  }
}
