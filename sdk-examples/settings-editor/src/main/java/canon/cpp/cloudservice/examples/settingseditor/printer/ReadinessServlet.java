package canon.cpp.cloudservice.examples.settingseditor.printer;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.examples.settingseditor.web.Exchange;
import canon.cpp.cloudservice.examples.settingseditor.web.PageServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.Pages;
import canon.cpp.cloudservice.printers.PrinterReadiness;
import java.io.IOException;
import java.util.Map;

/** Step 5 of the guides: whether the applications offer this printer, and if not, why (D28). */
public final class ReadinessServlet extends PageServlet {
  private static final long serialVersionUID = 1L;
  private final transient PrinterHost printer;

  public ReadinessServlet(Pages pages, PrinterHost printer) {
    super(pages, HOME);
    this.printer = printer;
  }

  @Override
  protected void get(Exchange exchange) throws IOException {
    PrinterReadiness readiness =
        exchange.client().printers().readiness(printer.identity().serialNumber()).execute();
    show(
        exchange,
        "readiness.jte",
        Map.of("readiness", readiness, "portal", CloudServiceClient.PORTAL_URI.toString()));
  }
}
