package canon.cpp.cloudservice.examples.settingseditor.account;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.examples.settingseditor.web.Exchange;
import canon.cpp.cloudservice.examples.settingseditor.web.PageServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.Pages;
import java.io.IOException;
import java.util.Map;

/** The start page: the five steps of the guides, in their order. */
public final class OverviewServlet extends PageServlet {
  private static final long serialVersionUID = 1L;

  public OverviewServlet(Pages pages) {
    super(pages, HOME);
  }

  @Override
  protected void get(Exchange exchange) throws IOException {
    show(exchange, "overview.jte", Map.of("portal", CloudServiceClient.PORTAL_URI.toString()));
  }
}
