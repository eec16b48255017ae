package canon.cpp.cloudservice.examples.settingseditor.web;

import canon.cpp.cloudservice.examples.settingseditor.printer.PrinterHost;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Admits only users with the printer's right [Full access to administration tasks]. Registering
 * takes both: this right, and a cloud service administrator (D20).
 */
public final class PrinterRightsFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private final transient PrinterHost printer;

  public PrinterRightsFilter(PrinterHost printer) {
    this.printer = printer;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (printer.mayAdminister(request)) {
      chain.doFilter(request, response);
    } else {
      PlainText.send(response, HttpServletResponse.SC_FORBIDDEN, Texts.of(request).get("noRight"));
    }
  }
}
