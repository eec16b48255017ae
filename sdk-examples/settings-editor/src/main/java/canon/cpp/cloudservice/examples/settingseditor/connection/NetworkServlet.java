package canon.cpp.cloudservice.examples.settingseditor.connection;

import canon.cpp.cloudservice.examples.settingseditor.web.Exchange;
import canon.cpp.cloudservice.examples.settingseditor.web.PageServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.Pages;
import java.io.IOException;
import java.util.Map;

/** Step 2 of the guides: proxy, trust anchors, connection test. Needs no sign-in. */
public final class NetworkServlet extends PageServlet {
  static final String PATH = "/cloud/network";
  private static final long serialVersionUID = 1L;

  public NetworkServlet(Pages pages) {
    super(pages, PATH);
  }

  @Override
  protected void get(Exchange exchange) throws IOException {
    Object report = exchange.take(ConnectionTestServlet.REPORT);
    show(
        exchange,
        "network.jte",
        Map.of(
            "choice",
            exchange.connections().current().choice(),
            "report",
            report == null ? "" : report));
  }

  @Override
  protected void post(Exchange exchange) {
    NetworkChoice before = exchange.connections().current().choice();
    String port = exchange.parameter("proxyPort");
    String password = exchange.parameter("proxyPassword"); // Never sent to the browser.
    try {
      exchange
          .connections()
          .change(
              new NetworkChoice(
                  exchange.parameter("proxyHost"),
                  port.isEmpty() ? before.proxyPort() : Integer.parseInt(port),
                  exchange.parameter("proxyUser"),
                  password.isEmpty() ? before.proxyPassword() : password,
                  exchange.parameter("certificates")));
      exchange.done("network.saved");
    } catch (IllegalArgumentException e) {
      exchange.problem(exchange.texts().get("network.invalid"));
    }
    back(exchange);
  }
}
