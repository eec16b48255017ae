package canon.cpp.cloudservice.examples.settingseditor.web;

import canon.cpp.cloudservice.examples.settingseditor.connection.Connections;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Renders the templates of {@code src/main/jte}, which the build compiles to classes. */
public final class Pages {
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Connections connections;

  public Pages(Connections connections) {
    this.connections = connections;
  }

  Exchange exchange(HttpServletRequest request, HttpServletResponse response) {
    return new Exchange(request, response, connections);
  }

  /**
   * Sends a page.
   *
   * @param parameters the parameters of the template besides {@code view}
   */
  public void show(Exchange exchange, int status, String template, Map<String, Object> parameters)
      throws IOException {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("view", exchange.view());
    StringOutput page = new StringOutput();
    templates.render(template, all, page);

    HttpServletResponse response = exchange.response();
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Content-Language", exchange.texts().locale().getLanguage());
    response.setHeader("Vary", "Accept-Language");
    response.getOutputStream().write(page.toString().getBytes(StandardCharsets.UTF_8));
  }
}
