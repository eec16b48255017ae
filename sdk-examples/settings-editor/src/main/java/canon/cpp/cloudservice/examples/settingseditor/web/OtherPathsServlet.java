package canon.cpp.cloudservice.examples.settingseditor.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Sends the browser from the root to the start page; all other paths do not exist. */
public final class OtherPathsServlet extends PageServlet {
  private static final long serialVersionUID = 1L;
  private final transient Pages pages;

  public OtherPathsServlet(Pages pages) {
    super(pages, HOME);
    this.pages = pages;
  }

  @Override
  protected void get(Exchange exchange) throws IOException {
    if (exchange.request().getRequestURI().equals("/")) {
      exchange.redirect(HOME);
    } else {
      exchange.problem(exchange.texts().get("noSuchPage"));
      pages.show(exchange, HttpServletResponse.SC_NOT_FOUND, "failure.jte", Map.of());
    }
  }
}
