package canon.cpp.cloudservice.examples.settingseditor.connection;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.examples.settingseditor.account.SignedIn;
import canon.cpp.cloudservice.examples.settingseditor.web.Exchange;
import canon.cpp.cloudservice.examples.settingseditor.web.PageServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.Pages;
import java.time.Duration;

/** The connection test. Its report contains no token and no address of a user. */
public final class ConnectionTestServlet extends PageServlet {
  static final String REPORT = Diagnosis.class.getName();
  private static final long serialVersionUID = 1L;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  public ConnectionTestServlet(Pages pages) {
    super(pages, NetworkServlet.PATH);
  }

  @Override
  protected void post(Exchange exchange) {
    CloudServiceClient client =
        exchange
            .signedIn()
            .map(SignedIn::client)
            .orElseGet(() -> exchange.connections().current().client());
    Diagnosis diagnosis = client.diagnose().timeout(TIMEOUT).execute();
    exchange.keep(REPORT, diagnosis.toText());
    if (diagnosis.isHealthy()) {
      exchange.done("network.healthy");
    } else {
      exchange.problem(exchange.texts().get("network.broken"));
    }
    back(exchange);
  }
}
