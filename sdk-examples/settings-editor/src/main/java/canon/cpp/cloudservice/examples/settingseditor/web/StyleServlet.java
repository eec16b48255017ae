package canon.cpp.cloudservice.examples.settingseditor.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** The style sheet. */
public final class StyleServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String FILE = "/canon/cpp/cloudservice/examples/settingseditor/style.css";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/css;charset=UTF-8");
    response.setHeader("Cache-Control", "max-age=3600");
    try (InputStream in = StyleServlet.class.getResourceAsStream(FILE)) {
      in.transferTo(response.getOutputStream());
    }
  }
}
