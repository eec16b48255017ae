package canon.cpp.cloudservice.testing.internal.printers;

import canon.cpp.cloudservice.testing.internal.membership.Accounts;
import canon.cpp.cloudservice.testing.internal.paging.Pages;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.PrinterStore;
import canon.cpp.cloudservice.testing.internal.store.RegisteredPrinter;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Registered printers as the portal shows and removes them: D23 to D25. */
public final class PrinterOperations {
  private static final int MAX_KEY_LENGTH = 64;
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

  private ObjectNode list(OperationContext exchange) {
    Site site = accounts.administrator(exchange.account());
    return pages.page(exchange, site, "", site.printers(), "", printer -> true, this::json);
  }

  private ObjectNode get(OperationContext exchange) {
    Site site = accounts.administrator(exchange.account());
    return json(printer(site, exchange));
  }

  private ObjectNode remove(OperationContext exchange) {
    Site site = accounts.administrator(exchange.account());
    RegisteredPrinter printer = printer(site, exchange);
    ObjectNode answer = Json.object();
    answer.set("printer", json(printer));
    printers.remove(printer);
    return answer;
  }

  private RegisteredPrinter printer(Site site, OperationContext exchange) {
    Optional<String> key = exchange.key("printerKey", MAX_KEY_LENGTH);
    exchange.errors().check();
    return key.flatMap(
            text ->
                text.startsWith("prn_") ? printers.withId(text) : printers.withSerialNumber(text))
        .filter(printer -> printer.site() == site)
        .orElseThrow(() -> new ProblemException(Problem.notFound("printer")));
  }

  private ObjectNode json(RegisteredPrinter printer) {
    return PrinterJson.printer(printer, printers.licences(printer.serialNumber()));
  }
}
