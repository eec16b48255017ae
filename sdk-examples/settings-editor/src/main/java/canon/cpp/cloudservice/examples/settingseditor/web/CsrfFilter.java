package canon.cpp.cloudservice.examples.settingseditor.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Rejects forms that no page of this HTTP session contained: those of other sites, and those of
 * pages that have expired. Only POST changes anything.
 */
public final class CsrfFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (reads || CsrfToken.isIn(request)) {
      chain.doFilter(request, response);
    } else {
      PlainText.send(response, HttpServletResponse.SC_FORBIDDEN, Texts.of(request).get("expired"));
    }
  }
}
