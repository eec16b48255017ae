package canon.cpp.cloudservice.examples.settingseditor.printer;

import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.examples.settingseditor.account.SignedIn;
import canon.cpp.cloudservice.examples.settingseditor.web.Exchange;
import canon.cpp.cloudservice.examples.settingseditor.web.PageServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.Pages;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.RegisterPrinter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Step 3 of the guides: register this printer. The first try asks for nothing but the display name.
 * Only if the service says that a site has to be founded, or that the printer is registered
 * elsewhere, is the administrator asked, and only an explicit yes is sent.
 */
public final class RegistrationServlet extends PageServlet {
  private static final String PATH = "/cloud/printer";
  private static final long serialVersionUID = 1L;
  private final transient PrinterHost printer;

  public RegistrationServlet(Pages pages, PrinterHost printer) {
    super(pages, PATH);
    this.printer = printer;
  }

  @Override
  protected void get(Exchange exchange) throws IOException {
    PrinterIdentity identity = printer.identity();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("series", identity.series());
    parameters.put("serialNumber", identity.serialNumber());
    parameters.put("question", exchange.take(RegistrationQuestion.ATTRIBUTE));
    parameters.put("displayName", displayName(exchange, identity));
    show(exchange, "printer.jte", parameters);
  }

  @Override
  protected void post(Exchange exchange) {
    String displayName = exchange.parameter("displayName");
    if (displayName.isEmpty()) {
      exchange.problem(exchange.texts().get("printer.nameMissing"));
    } else {
      register(
          exchange,
          new RegistrationQuestion(displayName, exchange.has("founds"), exchange.has("transfers")));
    }
    back(exchange);
  }

  private void register(Exchange exchange, RegistrationQuestion agreed) {
    RegisterPrinter call =
        exchange.client().printers().register(printer.identity(), agreed.displayName());
    if (agreed.founds()) {
      call = call.foundSite();
    }
    if (agreed.transfers()) {
      call = call.transferFromOtherSite();
    }
    try {
      Printer registered = call.execute().printer();
      exchange.signedIn().filter(account -> agreed.founds()).ifPresent(SignedIn::refresh);
      exchange.done("printer.registered", registered.displayName());
    } catch (RejectedException e) {
      exchange.keep(RegistrationQuestion.ATTRIBUTE, question(agreed, e));
    }
  }

  /** Returns the next question; throws the rejection if no question helps. */
  private static RegistrationQuestion question(RegistrationQuestion agreed, RejectedException e) {
    String name = agreed.displayName();
    if (e.code().equals(ProblemCode.ACCOUNT_NOT_REGISTERED) && !agreed.founds()) {
      return new RegistrationQuestion(name, true, agreed.transfers());
    }
    if (e.code().equals(ProblemCode.PRINTER_REGISTERED_ELSEWHERE) && !agreed.transfers()) {
      return new RegistrationQuestion(name, agreed.founds(), true);
    }
    throw e;
  }

  /** The name that the printer has at the site of the account, if it is registered there. */
  private static String displayName(Exchange exchange, PrinterIdentity identity) {
    return exchange
        .signedIn()
        .filter(SignedIn::isAdministrator)
        .flatMap(account -> account.client().printers().find(identity.serialNumber()).execute())
        .map(Printer::displayName)
        .orElse("");
  }
}
