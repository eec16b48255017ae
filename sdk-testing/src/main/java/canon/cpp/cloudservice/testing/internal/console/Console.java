package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.admin.AdminApi;
import canon.cpp.cloudservice.testing.internal.console.ConsoleActions.Action;
import canon.cpp.cloudservice.testing.internal.console.PortalClient.NoAnswerException;
import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;

/** The web page at {@code /}, its files, and the handler of its forms. */
public final class Console {
  private static final int MAX_FORM_BYTES = 16 * 1024;
  private static final Map<String, String> FILES =
      Map.of(
          "console.css", "text/css; charset=utf-8", "console.js", "text/javascript; charset=utf-8");

  private final FakeContext parts;
  private final ConsoleSessions sessions;
  private final ConsoleActions actions;

  /**
   * Creates the page.
   *
   * @param port the port of the page
   * @param secure whether the page is served over TLS
   */
  public Console(FakeContext parts, AdminApi admin, int port, boolean secure) {
    this.parts = parts;
    this.sessions = new ConsoleSessions(port, secure);
    this.actions = new ConsoleActions(new PortalClient(parts), admin);
  }

  /** Returns whether a path belongs to the page. */
  public static boolean isFor(String rawPath) {
    return rawPath.equals("/")
        || rawPath.equals("/favicon.ico")
        || rawPath.startsWith(Forms.ACTIONS);
  }

  /** Returns the largest body that is read; no form comes near it. */
  public int maxBodyBytes() {
    return MAX_FORM_BYTES;
  }

  /** Handles a request; forms of another origin are rejected. Never fails. */
  public WebResponse handle(ServiceRequest request) {
    String path = request.rawPath();
    String name = path.startsWith(Forms.ACTIONS) ? path.substring(Forms.ACTIONS.length()) : "";
    return switch (request.method()) {
      case "GET", "HEAD" -> path.equals("/") ? page(request) : file(name);
      case "POST" ->
          actions
              .find(name)
              .map(action -> act(request, name, action))
              .orElseGet(() -> ConsoleResponses.text(404, "No form of this page sends this."));
      default -> ConsoleResponses.text(405, "The page has GET, its forms POST.");
    };
  }

  private WebResponse page(ServiceRequest request) {
    ConsoleView view =
        ConsoleView.of(
            parts, sessions.find(request.headers()), ConsoleQuery.of(request.rawQuery()));
    return ConsoleResponses.of(200, "text/html; charset=utf-8", ConsolePage.of(view, parts));
  }

  private static WebResponse file(String name) {
    String type = FILES.get(name);
    if (type == null) {
      return ConsoleResponses.text(404, "There is no such page.");
    }
    try (InputStream in = Console.class.getResourceAsStream(name)) {
      return ConsoleResponses.of(200, type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WebResponse act(ServiceRequest request, String name, Action action) {
    if (request.body().length > MAX_FORM_BYTES) {
      return ConsoleResponses.text(413, "No form of this page is this large.");
    }
    Optional<ConsoleSession> known = sessions.find(request.headers());
    ConsoleSession session = known.orElseGet(ConsoleSession::new);
    ConsoleMessage message = act(session, request, name, action);
    session.show(message);
    WebResponse response = ConsoleResponses.seeSection(queryBefore(request), message.place());
    return known.isPresent() ? response : response.with("Set-Cookie", sessions.remember(session));
  }

  /** Returns the query of the page from which a form was sent, so that the page stays the same. */
  private static String queryBefore(ServiceRequest request) {
    return request
        .headers()
        .first("Referer")
        .map(page -> page.replaceFirst("#.*", ""))
        .filter(page -> page.indexOf('?') >= 0)
        .map(page -> ConsoleQuery.of(page.substring(page.indexOf('?') + 1)).encoded())
        .orElse("");
  }

  private static ConsoleMessage act(
      ConsoleSession session, ServiceRequest request, String name, Action action) {
    Map<String, String> fields = Map.of();
    try {
      Form form = new Form(request.body());
      fields = form.values();
      return action.act(session, form).keeping(name, fields);
    } catch (NoAnswerException e) {
      return ConsoleMessage.rejected("account", "No response", String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return ConsoleMessage.rejected(
              ConsoleActions.place(name), "This is not possible", "Check what you entered.")
          .keeping(name, fields);
    }
  }
}
