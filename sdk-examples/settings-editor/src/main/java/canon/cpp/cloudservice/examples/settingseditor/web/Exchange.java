package canon.cpp.cloudservice.examples.settingseditor.web;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.examples.settingseditor.account.SignedIn;
import canon.cpp.cloudservice.examples.settingseditor.connection.Connection;
import canon.cpp.cloudservice.examples.settingseditor.connection.Connections;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request of a browser and its response. */
public final class Exchange {
  private static final String SIGNED_IN = SignedIn.class.getName();
  private static final String NOTICES = Notice.class.getName();
  private static final int SEE_OTHER = 303;

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Connections connections;
  private final Texts texts;

  Exchange(HttpServletRequest request, HttpServletResponse response, Connections connections) {
    this.request = request;
    this.response = response;
    this.connections = connections;
    this.texts = Texts.of(request);
  }

  public Texts texts() {
    return texts;
  }

  public HttpServletRequest request() {
    return request;
  }

  HttpServletResponse response() {
    return response;
  }

  public HttpSession session() {
    return request.getSession();
  }

  /** Returns a field of the form or of the query without surrounding spaces; empty if missing. */
  public String parameter(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  public boolean has(String name) {
    return !parameter(name).isEmpty();
  }

  public Connections connections() {
    return connections;
  }

  /** Returns the administrator of the HTTP session, unless the network has changed since. */
  public Optional<SignedIn> signedIn() {
    Connection current = connections.current();
    return Optional.ofNullable((SignedIn) attribute(SIGNED_IN))
        .filter(signedIn -> signedIn.connection().equals(current));
  }

  /** Returns the client with the account of the HTTP session. */
  public CloudServiceClient client() {
    return signedIn().orElseThrow(NotSignedInException::new).client();
  }

  /** Keeps the administrator in the HTTP session, or ends the sign-in, with what it left open. */
  public void signedIn(@Nullable SignedIn signedIn) {
    session().removeAttribute(SettleServlet.UNSETTLED);
    session().setAttribute(SIGNED_IN, signedIn); // Null removes it.
  }

  public void done(String key, Object... values) {
    add(new Notice(false, texts.get(key, values)));
  }

  public void problem(String sentence) {
    add(new Notice(true, sentence));
  }

  /** Keeps a value for the next page. */
  public void keep(String name, Object value) {
    session().setAttribute(name, value);
  }

  /** Returns a kept value and removes it. */
  public @Nullable Object take(String name) {
    Object value = attribute(name);
    if (value != null) {
      session().removeAttribute(name);
    }
    return value;
  }

  /** Sends the browser to a page, so that reloading it does not repeat a change. */
  public void redirect(String address) {
    response.setStatus(SEE_OTHER);
    response.setHeader("Location", address);
  }

  View view() {
    List<Notice> notices = new ArrayList<>();
    if (take(NOTICES) instanceof List<?> kept) {
      kept.forEach(notice -> notices.add((Notice) notice));
    }
    return new View(
        texts,
        CsrfToken.of(session()),
        signedIn().orElse(null),
        notices,
        attribute(SettleServlet.UNSETTLED) != null);
  }

  private void add(Notice notice) {
    List<Notice> notices = new ArrayList<>();
    if (attribute(NOTICES) instanceof List<?> kept) {
      kept.forEach(earlier -> notices.add((Notice) earlier));
    }
    notices.add(notice);
    session().setAttribute(NOTICES, notices);
  }

  private @Nullable Object attribute(String name) {
    HttpSession session = request.getSession(false);
    return session == null ? null : session.getAttribute(name);
  }
}
